package glassbox.esi.transcript;

import glassbox.esi.decoding.Marks;
import glassbox.esi.field.Field;
import glassbox.esi.field.FieldMap;
import glassbox.esi.field.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The answer's side so far. Immutable; grows by {@link #with}, shrinks by {@link #upTo}. */
public final class Transcript {

  /** Nothing written. */
  public static final Transcript EMPTY = new Transcript(List.of(), FieldMap.EMPTY);

  private final List<Entry> entries;
  private final FieldMap map;

  private Transcript(List<Entry> entries, FieldMap map) {
    this.entries = entries;
    this.map = map;
  }

  /** Its tokens. */
  public List<Entry> entries() {
    return entries;
  }

  /** Which token stands in which field. */
  public FieldMap map() {
    return map;
  }

  /** Token ids in order. */
  public List<Integer> ids() {
    return entries.stream().map(entry -> entry.token().id()).toList();
  }

  /** The whole text, markers too. */
  public String text() {
    return entries.stream().map(entry -> entry.token().text()).collect(Collectors.joining());
  }

  /** The text of a field without its marker; empty where the field is absent. */
  public String text(Field field) {
    return entries.stream()
        .filter(entry -> entry.field() == field && entry.role() != Role.MARKER)
        .map(entry -> entry.token().text())
        .collect(Collectors.joining());
  }

  /** What the model said in a field, without its calls and their results. */
  public String said(Field field) {
    return entries.stream()
        .filter(entry -> entry.field() == field && entry.role() == Role.TEXT)
        .map(entry -> entry.token().text())
        .collect(Collectors.joining());
  }

  /** UTF-16 offset of a token's first character; the text's length behind the last. */
  public int offset(int token) {
    return entries.subList(0, token).stream()
        .mapToInt(entry -> entry.token().text().length())
        .sum();
  }

  /** Stretches of one field and role by their offsets in the text; without gaps. */
  public List<Passage> passages() {
    var passages = new ArrayList<Passage>();
    int at = 0;
    for (var stretch : map.stretches()) {
      int end = at;
      for (Entry entry : entries.subList(stretch.from(), stretch.to())) {
        end += entry.token().text().length();
      }
      passages.add(new Passage(stretch.field(), stretch.role(), at, end));
      at = end;
    }
    return passages;
  }

  /**
   * The transcript with more tokens at its end.
   *
   * @throws IllegalArgumentException when they break the order of fields, see {@link FieldMap#with}
   */
  public Transcript with(List<Entry> more) {
    FieldMap grown = map;
    for (Entry entry : more) {
      grown = grown.with(entry.role(), entry.field(), 1);
    }
    var all = new ArrayList<>(entries);
    all.addAll(more);
    return new Transcript(List.copyOf(all), grown);
  }

  /** The text of a call that was begun and not answered, without its mark. */
  public Optional<String> openCall() {
    if (entries.isEmpty() || entries.getLast().role() != Role.CALL) {
      return Optional.empty();
    }
    int mark = entries.size() - 1;
    while (!entries.get(mark).token().is(Marks.CALL)) {
      mark--;
    }
    return Optional.of(
        entries.subList(mark + 1, entries.size()).stream()
            .map(entry -> entry.token().text())
            .collect(Collectors.joining()));
  }

  /** Ids of fragments whose results stand in it, by the marks that the server forced. */
  public List<String> standing() {
    var ids = new ArrayList<String>();
    var result = new StringBuilder();
    for (Entry entry : entries) {
      if (entry.role() != Role.RESULT) {
        continue;
      }
      if (entry.token().is(Marks.RESULT)) {
        result.setLength(0);
      } else if (entry.token().is(Marks.DONE)) {
        ids.add(result.substring(result.lastIndexOf(" ") + 1));
      } else {
        result.append(entry.token().text());
      }
    }
    return ids;
  }

  /** Its first tokens. */
  public Transcript upTo(int tokens) {
    return tokens >= entries.size() ? this : EMPTY.with(entries.subList(0, tokens));
  }

  /** What stands before a field's marker; all of it where the field is absent. */
  public Transcript before(Field field) {
    return upTo(map.before(field).tokens());
  }
}

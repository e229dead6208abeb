package glassbox.lab.training;

import glassbox.engine.training.Example;
import glassbox.lab.world.label.Concept;
import glassbox.lab.world.label.Phrase;
import glassbox.lab.world.label.Span;
import glassbox.lab.world.label.Stretch;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A sequence being written, token by token, each with what its characters carry. */
final class TokenLine {

  /** Characters of each token by its id. */
  private final int[] lengths;

  private final List<Integer> ids = new ArrayList<>();
  private final List<Set<Concept>> concepts = new ArrayList<>();
  private final List<Boolean> forced = new ArrayList<>();

  TokenLine(int[] lengths) {
    this.lengths = lengths;
  }

  int size() {
    return ids.size();
  }

  /** Adds a marker of the template, which carries nothing. */
  void marker(int id) {
    add(id, Set.of(), false);
  }

  /**
   * Adds a phrase.
   *
   * @param encoded the ids of its text
   */
  void phrase(Phrase phrase, int[] encoded) {
    int at = 0;
    for (int id : encoded) {
      int end = at + lengths[id];
      add(id, carried(phrase, at, end), forced(phrase, at, end));
      at = end;
    }
    if (at != phrase.text().length()) {
      throw new IllegalStateException("tokens do not cover the text: " + phrase.text());
    }
  }

  private void add(int id, Set<Concept> carried, boolean given) {
    ids.add(id);
    concepts.add(carried);
    forced.add(given);
  }

  private static Set<Concept> carried(Phrase phrase, int from, int to) {
    var carried = new LinkedHashSet<Concept>();
    for (Span span : phrase.spans()) {
      if (span.from() < to && from < span.to()) {
        carried.add(span.concept());
      }
    }
    return carried;
  }

  private static boolean forced(Phrase phrase, int from, int to) {
    for (Stretch stretch : phrase.forced()) {
      if (stretch.from() <= from && to <= stretch.to()) {
        return true;
      }
    }
    return false;
  }

  LabelledExample labelled(int lossFrom) {
    int[] all = ids.stream().mapToInt(Integer::intValue).toArray();
    return new LabelledExample(new Example(all, lossFrom, given()), concepts);
  }

  private List<Example.Given> given() {
    var runs = new ArrayList<Example.Given>();
    for (int at = 0; at < forced.size(); at++) {
      int from = at;
      while (at < forced.size() && forced.get(at)) {
        at++;
      }
      if (at > from) {
        runs.add(new Example.Given(from, at));
      }
    }
    return runs;
  }
}

package glassbox.lab.world.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A piece of text with the concepts on it.
 *
 * @param text ASCII
 * @param spans concepts on its characters; they may nest
 * @param forced characters that the server writes, never a model: no loss is taken on them
 */
public record Phrase(String text, List<Span> spans, List<Stretch> forced) {

  private static final int ASCII = 128;

  public Phrase {
    spans = List.copyOf(spans);
    forced = List.copyOf(forced);
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= ASCII) {
        throw new IllegalArgumentException("not ASCII: " + text);
      }
    }
    for (Span span : spans) {
      requireWithin(span.to(), text);
    }
    for (Stretch stretch : forced) {
      requireWithin(stretch.to(), text);
    }
  }

  private static void requireWithin(int end, String text) {
    if (end > text.length()) {
      throw new IllegalArgumentException("a span ends behind the text: " + text);
    }
  }

  /** Text that carries {@code concepts} from end to end. */
  public static Phrase of(String text, Concept... concepts) {
    if (concepts.length == 0) {
      return new Phrase(text, List.of(), List.of());
    }
    var spans = new ArrayList<Span>(concepts.length);
    for (Concept concept : concepts) {
      spans.add(new Span(0, text.length(), concept));
    }
    return new Phrase(text, spans, List.of());
  }

  /** The phrases one after another. */
  public static Phrase join(Phrase... phrases) {
    return join(Arrays.asList(phrases));
  }

  /** The phrases one after another. */
  public static Phrase join(List<Phrase> phrases) {
    var text = new StringBuilder();
    var spans = new ArrayList<Span>();
    var forced = new ArrayList<Stretch>();
    for (Phrase phrase : phrases) {
      int at = text.length();
      for (Span span : phrase.spans) {
        spans.add(at == 0 ? span : span.movedBy(at));
      }
      for (Stretch stretch : phrase.forced) {
        forced.add(at == 0 ? stretch : stretch.movedBy(at));
      }
      text.append(phrase.text);
    }
    return new Phrase(text.toString(), spans, forced);
  }

  /** The phrases with {@code separator} between them. */
  public static Phrase join(String separator, List<Phrase> phrases) {
    var parts = new ArrayList<Phrase>();
    for (Phrase phrase : phrases) {
      if (!parts.isEmpty()) {
        parts.add(Phrase.of(separator));
      }
      parts.add(phrase);
    }
    return join(parts);
  }

  /**
   * Text of a pattern in which {@code {name}} stands for a slot, and {@code {name|words}} for the
   * words with the slot's concepts.
   *
   * @throws IllegalArgumentException when a slot is missing
   */
  public static Phrase fill(String pattern, Map<String, Phrase> slots) {
    var parts = new ArrayList<Phrase>();
    int at = 0;
    for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', at)) {
      int close = pattern.indexOf('}', open);
      parts.add(Phrase.of(pattern.substring(at, open)));
      parts.add(slot(pattern.substring(open + 1, close), slots));
      at = close + 1;
    }
    parts.add(Phrase.of(pattern.substring(at)));
    return join(parts);
  }

  private static Phrase slot(String name, Map<String, Phrase> slots) {
    int bar = name.indexOf('|');
    Phrase slot = slots.get(bar < 0 ? name : name.substring(0, bar));
    if (slot == null) {
      throw new IllegalArgumentException("no slot for {" + name + "}");
    }
    return bar < 0
        ? slot
        : of(
            name.substring(bar + 1),
            slot.spans.stream().map(Span::concept).distinct().toArray(Concept[]::new));
  }

  /** The same text with one more concept from end to end. */
  public Phrase with(Concept concept) {
    if (text.isEmpty()) {
      return this;
    }
    var more = new ArrayList<>(spans);
    more.add(new Span(0, text.length(), concept));
    return new Phrase(text, more, forced);
  }

  /** The same text, written by the server. */
  public Phrase given() {
    return text.isEmpty() ? this : new Phrase(text, spans, List.of(new Stretch(0, text.length())));
  }
}

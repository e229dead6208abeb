package glassbox.inference.explanation;

import glassbox.contracts.explanation.UnitImportance;
import glassbox.engine.federation.EncodedPrompt;
import glassbox.engine.text.TextStream;
import glassbox.engine.text.Tokenizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The units of context and prompt: which tokens they are, where they stand and what they say. The
 * system text and the template's own tokens belong to no unit.
 */
final class Units {
  private record Unit(String segment, String text, int start) {}

  /** What a unit is. */
  enum Grain {
    /** One token. */
    TOKEN,
    /** The tokens from one that begins with a space to the next such. */
    WORD
  }

  private final List<Unit> units = new ArrayList<>();
  private final int[] unitOf;

  Units(EncodedPrompt prompt, Tokenizer tokenizer, Grain grain) {
    unitOf = new int[prompt.ids().length];
    Arrays.fill(unitOf, -1);
    for (EncodedPrompt.Segment segment : prompt.segments()) {
      if (segment.kind() != EncodedPrompt.Kind.SYSTEM) {
        add(segment, prompt.ids(), tokenizer.stream(), grain);
      }
    }
  }

  private void add(EncodedPrompt.Segment segment, int[] ids, TextStream stream, Grain grain) {
    String name = segment.kind().name().toLowerCase(Locale.ROOT);
    int start = 0;
    for (int position = segment.from(); position < segment.to(); position++) {
      String text = stream.append(ids[position]);
      boolean begins = !text.isEmpty() && Character.isWhitespace(text.charAt(0));
      if (position == segment.from() || grain == Grain.TOKEN || begins) {
        units.add(new Unit(name, text, start));
      } else {
        Unit open = units.removeLast();
        units.add(new Unit(name, open.text() + text, open.start()));
      }
      unitOf[position] = units.size() - 1;
      start += text.length();
    }
  }

  int count() {
    return units.size();
  }

  /** The unit of a position of the prompt; -1 where there is none. */
  int of(int position) {
    return unitOf[position];
  }

  List<UnitImportance> with(List<Double> importances) {
    List<UnitImportance> result = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      Unit unit = units.get(i);
      int end = unit.start() + unit.text().length();
      result.add(
          new UnitImportance(unit.segment(), unit.text(), unit.start(), end, importances.get(i)));
    }
    return result;
  }
}

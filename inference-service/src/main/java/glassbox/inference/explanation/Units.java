package glassbox.inference.explanation;

import glassbox.contracts.explanation.UnitImportance;
import glassbox.engine.federation.EncodedPrompt;
import glassbox.engine.text.TextStream;
import glassbox.engine.text.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tokens of context and prompt, where they stand and what they say. */
final class Units {
  private record Unit(int position, String segment, String text, int start, int end) {}

  private final List<Unit> units = new ArrayList<>();

  /** The system text and the template's own tokens are no units. */
  Units(EncodedPrompt prompt, Tokenizer tokenizer) {
    for (EncodedPrompt.Segment segment : prompt.segments()) {
      if (segment.kind() != EncodedPrompt.Kind.SYSTEM) {
        add(segment, prompt.ids(), tokenizer.stream());
      }
    }
  }

  private void add(EncodedPrompt.Segment segment, int[] ids, TextStream stream) {
    String name = segment.kind().name().toLowerCase(Locale.ROOT);
    int start = 0;
    for (int position = segment.from(); position < segment.to(); position++) {
      String text = stream.append(ids[position]);
      units.add(new Unit(position, name, text, start, start + text.length()));
      start += text.length();
    }
  }

  int[] positions() {
    return units.stream().mapToInt(Unit::position).toArray();
  }

  List<UnitImportance> with(List<Double> importances) {
    List<UnitImportance> result = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      Unit unit = units.get(i);
      result.add(
          new UnitImportance(
              unit.segment(), unit.text(), unit.start(), unit.end(), importances.get(i)));
    }
    return result;
  }
}

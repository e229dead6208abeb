package glassbox.engine.federation;

import glassbox.engine.text.Tokenizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Where a prompt is cut into the pieces that go through the models one after another. The cuts
 * follow from the token ids alone, so that whoever has a block repeats the same forwards: the first
 * piece ends with the last answer marker of the template, and in what stands behind it (an answer
 * that earlier passes wrote) every special token begins another. Without that marker the prompt is
 * one piece.
 */
final class Pieces {
  private final Tokenizer tokenizer;
  private final OptionalInt answerMarker;

  Pieces(Tokenizer tokenizer, PromptTemplate template) {
    this.tokenizer = tokenizer;
    this.answerMarker =
        template.answer().isEmpty() ? OptionalInt.empty() : tokenizer.idOf(template.answer());
  }

  /** Index behind the last token of each piece, ascending; the last is the prompt's length. */
  List<Integer> ends(int[] prompt) {
    List<Integer> ends = new ArrayList<>();
    int answer = answerStart(prompt);
    if (answer > 0) {
      for (int i = answer; i < prompt.length; i++) {
        if (i == answer || tokenizer.isSpecial(prompt[i])) {
          ends.add(i);
        }
      }
    }
    ends.add(prompt.length);
    return List.copyOf(ends);
  }

  /**
   * How many tokens of one prompt serve another: the furthest cut that both have, up to which they
   * are alike, and before the other's last piece.
   */
  int common(int[] held, int[] prompt) {
    int mismatch = Arrays.mismatch(held, prompt);
    int alike = mismatch < 0 ? prompt.length : mismatch;
    List<Integer> heldEnds = ends(held);
    List<Integer> promptEnds = ends(prompt);
    int common = 0;
    for (int i = 0; i < Math.min(heldEnds.size(), promptEnds.size() - 1); i++) {
      if (!heldEnds.get(i).equals(promptEnds.get(i)) || heldEnds.get(i) > alike) {
        break;
      }
      common = heldEnds.get(i);
    }
    return common;
  }

  /**
   * Those of the tokens forced from an answer's start that go through in one piece: up to the next
   * special token, without the last, which goes alone because what comes after it may be nothing.
   */
  int[] lead(int[] forced) {
    int end = forced.length;
    for (int i = forced.length - 1; i > 0; i--) {
      end = tokenizer.isSpecial(forced[i]) ? i : end;
    }
    return Arrays.copyOf(forced, Math.max(0, end - 1));
  }

  private int answerStart(int[] prompt) {
    if (answerMarker.isEmpty()) {
      return 0;
    }
    for (int i = prompt.length - 1; i >= 0; i--) {
      if (prompt[i] == answerMarker.getAsInt()) {
        return i + 1;
      }
    }
    return 0;
  }
}

package glassbox.critics.chi;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Mean normalised entropy over the first content tokens of the draft.
 *
 * <p>The window ends before {@code [Answer]} where content stands before that mark; an answer
 * without any content token falls back to all its tokens, so that punctuation alone is judged too.
 */
final class EntropyWindow {

  private EntropyWindow() {}

  /** Empty only if there are no signals. */
  static OptionalDouble mean(List<Signal> signals, int tokens) {
    int end = signals.size();
    for (int i = signals.size() - 1; i >= 0; i--) {
      if (signals.get(i).answerMark()) {
        end = i;
      }
    }
    OptionalDouble draft = content(signals.subList(0, end), tokens);
    OptionalDouble whole = draft.isPresent() ? draft : content(signals, tokens);
    return whole.isPresent()
        ? whole
        : signals.stream().limit(tokens).mapToDouble(Signal::normalizedEntropy).average();
  }

  private static OptionalDouble content(List<Signal> signals, int tokens) {
    return signals.stream()
        .filter(Signal::content)
        .limit(tokens)
        .mapToDouble(Signal::normalizedEntropy)
        .average();
  }
}

package glassbox.critics.chi;

import java.util.OptionalDouble;

/**
 * Mean normalised entropy over the first content tokens of the draft, token by token.
 *
 * <p>Where callers say what each token is, the draft is what they say. Else the window ends before
 * {@code [Answer]} where content stands before that mark. Without any content token all tokens are
 * taken, so that punctuation alone is judged too.
 */
final class EntropyMeter {
  private final Mean draft;
  private final Mean settled;
  private final Mean content;
  private final Mean all;
  private boolean closed;
  private boolean free;

  EntropyMeter(int window) {
    this.draft = new Mean(window);
    this.settled = new Mean(window);
    this.content = new Mean(window);
    this.all = new Mean(window);
  }

  void add(Signal signal) {
    closed |= signal.answerMark();
    free |= signal.free();
    double entropy = signal.normalizedEntropy();
    all.add(entropy);
    if (signal.content()) {
      content.add(entropy);
      if (!closed) {
        draft.add(entropy);
        if (!signal.free()) {
          settled.add(entropy);
        }
      }
    }
  }

  /** Empty only before the first token. */
  OptionalDouble mean() {
    OptionalDouble first = draft.value();
    OptionalDouble second = first.isPresent() ? first : content.value();
    return second.isPresent() ? second : all.value();
  }

  /** The mean without tokens that may be worded freely; empty unless some were marked so. */
  OptionalDouble settled() {
    return free ? settled.value() : OptionalDouble.empty();
  }

  /** How many tokens {@link #settled} is over. */
  int settledTokens() {
    return settled.count();
  }
}

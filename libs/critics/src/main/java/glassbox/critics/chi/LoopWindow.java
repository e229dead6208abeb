package glassbox.critics.chi;

import java.util.ArrayList;
import java.util.List;

/**
 * One window of the loop detector, token by token.
 *
 * <p>Flagged by an n-gram (3..5) repeat ratio {@code 1 - distinct / total}, by BLEU-4 against the
 * window before (clipped precisions, brevity penalty), or by a period; see {@link Periods}.
 */
final class LoopWindow {
  private static final int LONGEST = 5;
  private static final int BLEU = 4;
  private static final int SHORTEST_REPEAT = 3;
  private final List<Integer> ids = new ArrayList<>();
  private final List<Grams> grams = new ArrayList<>();
  private final Periods periods = new Periods();
  private final int before;

  /** The first window. */
  LoopWindow() {
    this.before = 0;
    for (int n = 1; n <= LONGEST; n++) {
      grams.add(new Grams());
    }
  }

  /** The window after another. */
  LoopWindow(LoopWindow previous) {
    this.before = previous.size();
    previous.grams.forEach(g -> grams.add(new Grams(g)));
  }

  void add(Signal signal) {
    ids.add(signal.tokenId());
    for (int n = 1; n <= LONGEST && n <= ids.size(); n++) {
      grams.get(n - 1).add(List.copyOf(ids.subList(ids.size() - n, ids.size())));
    }
    periods.add(signal);
  }

  int size() {
    return ids.size();
  }

  boolean loops(ChiSettings settings) {
    return repeatRatio() >= settings.repeatRatio()
        || bleu() >= settings.selfBleu()
        || periods.strongest() >= settings.autocorrelation();
  }

  /** Largest share of repeated n-grams, n of 3..5. */
  double repeatRatio() {
    double worst = 0;
    for (int n = SHORTEST_REPEAT; n <= LONGEST; n++) {
      worst = Math.max(worst, grams.get(n - 1).repeated());
    }
    return worst;
  }

  /** BLEU-4 with the window before as reference; 0 without one. */
  double bleu() {
    if (size() < BLEU || before < BLEU) {
      return 0;
    }
    double logSum = 0;
    for (int n = 1; n <= BLEU; n++) {
      logSum += Math.log(grams.get(n - 1).precision());
    }
    double brevity = Math.min(1, Math.exp(1 - (double) before / size()));
    return brevity * Math.exp(logSum / BLEU);
  }

  double strongestPeriod() {
    return periods.strongest();
  }
}

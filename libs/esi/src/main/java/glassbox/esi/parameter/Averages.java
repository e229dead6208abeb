package glassbox.esi.parameter;

import glassbox.critics.chi.Chi;
import java.util.Optional;

/**
 * Exponentially weighted averages over a domain's runs.
 *
 * @param runs observed
 * @param csa of seven runs: weight 1/4
 * @param chi weight 1/2
 * @param loops loop rate, weight 1/2
 * @param contradictions contradiction rate, weight 1/2
 */
public record Averages(int runs, double csa, double chi, double loops, double contradictions) {

  /** Before any run. */
  public static final Averages NONE = new Averages(0, 1, 0, 0, 0);

  private static final double SEVEN_RUNS = 2.0 / (7 + 1);
  private static final double HALF = 0.5;

  /** With one more run. */
  Averages with(Observation run) {
    Optional<Chi> measured = run.chi();
    return new Averages(
        runs + 1,
        runs == 0 ? run.csa() : mean(csa, run.csa(), SEVEN_RUNS),
        measured.map(c -> mean(chi, c.value(), HALF)).orElse(chi),
        measured.map(c -> mean(loops, c.loopRate().value(), HALF)).orElse(loops),
        measured
            .map(c -> mean(contradictions, c.contradictionRate().value(), HALF))
            .orElse(contradictions));
  }

  private double mean(double before, double now, double weight) {
    return runs == 0 ? now : before + weight * (now - before);
  }
}

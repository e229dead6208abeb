package glassbox.esi.volatility;

/**
 * How likely a task is to break a decoder, with its parts; each in [0, 1].
 *
 * @param length of the task
 * @param symbols units, equations, schemas
 * @param ambiguity hedges and open references
 * @param history share of this template's runs that looped or contradicted themselves
 */
public record Volatility(double length, double symbols, double ambiguity, double history) {

  public Volatility {
    for (double part : new double[] {length, symbols, ambiguity, history}) {
      if (!(part >= 0 && part <= 1)) {
        throw new IllegalArgumentException("every part is in [0, 1], not " + part);
      }
    }
  }

  /** v = .35 length + .25 symbols + .25 ambiguity + .15 history, in [0, 1]. */
  public double value() {
    return 0.35 * length + 0.25 * symbols + 0.25 * ambiguity + 0.15 * history;
  }
}

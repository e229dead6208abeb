package glassbox.critics.chi;

/**
 * Weights and bars of chi. {@link #DEFAULT} are the specification's.
 *
 * @param collapseWeight weight of E
 * @param loopWeight weight of L
 * @param contradictionWeight weight of C; the three sum to 1
 * @param entropyWindow content tokens that E is averaged over, at least 1
 * @param loopWindow tokens a loop window, at least 8
 * @param repeatRatio n-gram repeat ratio that flags a window, in (0, 1]
 * @param selfBleu BLEU against the previous window that flags one, in (0, 1]
 * @param autocorrelation autocorrelation that flags a window, in (0, 1]
 * @param diffuse mean normalised entropy above which text is too diffuse, in (0, 1]
 */
public record ChiSettings(
    double collapseWeight,
    double loopWeight,
    double contradictionWeight,
    int entropyWindow,
    int loopWindow,
    double repeatRatio,
    double selfBleu,
    double autocorrelation,
    double diffuse) {

  /** .5 E + .3 L + .2 C over 128 content tokens and loop windows of 64. */
  public static final ChiSettings DEFAULT = new ChiSettings(.5, .3, .2, 128, 64, .25, .85, .6, .8);

  public ChiSettings {
    require(collapseWeight >= 0 && loopWeight >= 0 && contradictionWeight >= 0, "weights");
    require(
        Math.abs(collapseWeight + loopWeight + contradictionWeight - 1) < 1e-9,
        "weights sum to 1; they");
    require(entropyWindow >= 1, "entropyWindow");
    require(loopWindow >= 8, "loopWindow");
    require(share(repeatRatio), "repeatRatio");
    require(share(selfBleu), "selfBleu");
    require(share(autocorrelation), "autocorrelation");
    require(share(diffuse), "diffuse");
  }

  private static boolean share(double value) {
    return value > 0 && value <= 1;
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException(what + " out of range");
    }
  }
}

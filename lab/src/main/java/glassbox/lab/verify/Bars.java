package glassbox.lab.verify;

/**
 * The numbers of the gate and of chi that a record does not carry. Defaults: docs/critics.md.
 *
 * @param csa least CSA that commits
 * @param chi largest chi that commits
 * @param collapse weight of E
 * @param loop weight of L
 * @param contradiction weight of C
 */
public record Bars(double csa, double chi, double collapse, double loop, double contradiction) {
  /** The specification's. */
  public static final Bars DEFAULT = new Bars(.67, .35, .5, .3, .2);

  /** Throws IllegalArgumentException for bars outside [0, 1] and weights that do not sum to 1. */
  public Bars {
    if (!(csa >= 0 && csa <= 1 && chi >= 0 && chi <= 1)) {
      throw new IllegalArgumentException("bars are in [0, 1]");
    }
    if (!(collapse >= 0 && loop >= 0 && contradiction >= 0)
        || Math.abs(collapse + loop + contradiction - 1) > 1e-9) {
      throw new IllegalArgumentException("chi's weights are not negative and sum to 1");
    }
  }
}

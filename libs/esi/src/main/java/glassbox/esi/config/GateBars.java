package glassbox.esi.config;

/**
 * What an answer must reach.
 *
 * @param csa least agreement of the critics that commits
 * @param chi largest chi that commits
 * @param phase chi up to which a run counts as creamy
 */
public record GateBars(double csa, double chi, double phase) {
  public GateBars {
    for (double bar : new double[] {csa, chi, phase}) {
      if (!(bar >= 0 && bar <= 1)) {
        throw new IllegalArgumentException("every bar is in [0, 1], not " + bar);
      }
    }
  }
}

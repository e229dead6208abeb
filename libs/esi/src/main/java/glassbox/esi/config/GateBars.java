package glassbox.esi.config;

/**
 * What an answer must reach.
 *
 * @param csa least agreement of the critics that commits
 * @param chi largest chi that commits
 * @param phase chi up to which a run counts as creamy
 * @param evidence whether a claim with fewer independent fragments than it needs shuts the gate,
 *     whoever judges
 */
public record GateBars(double csa, double chi, double phase, boolean evidence) {
  public GateBars {
    for (double bar : new double[] {csa, chi, phase}) {
      if (!(bar >= 0 && bar <= 1)) {
        throw new IllegalArgumentException("every bar is in [0, 1], not " + bar);
      }
    }
  }
}

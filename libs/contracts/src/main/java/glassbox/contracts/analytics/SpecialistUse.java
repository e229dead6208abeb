package glassbox.contracts.analytics;

import java.util.List;

/**
 * A specialist's part in the answers of a federation.
 *
 * @param federation registry alias
 * @param specialist registry alias
 * @param runs runs in which it took part
 * @param shareMass sum of its per-token shares: the tokens that were its doing
 * @param share its part of the federation's mass, in [0, 1]
 * @param tokensLed tokens of which it held the largest share
 * @param tokensOverruled tokens to which it gave less than 1% while another gave more than 50%
 * @param runsOverruled runs with at least one such token
 * @param majorityRuns runs of whose mass it held more than 50%
 * @param majorityRate majorityRuns over the federation's runs that have an answer, in [0, 1]
 * @param overReliedOn more than 50% of the mass on more than 80% of these runs
 * @param dispensable less than 1% of the federation's mass
 * @param days shares over time; days without a run are absent
 */
public record SpecialistUse(
    String federation,
    String specialist,
    long runs,
    double shareMass,
    double share,
    long tokensLed,
    long tokensOverruled,
    long runsOverruled,
    long majorityRuns,
    double majorityRate,
    boolean overReliedOn,
    boolean dispensable,
    List<SpecialistDay> days) {
  public SpecialistUse {
    days = List.copyOf(days);
  }
}

package glassbox.esi.parameter;

import glassbox.esi.config.EsiConfiguration;
import glassbox.esi.heat.HeatSchedule;
import glassbox.esi.scaffold.SlotShares;

/**
 * What the next run of a domain starts with.
 *
 * @param schedule of its passes
 * @param starch share of the window where volatility asks for less
 * @param slots how the starch is split
 * @param fixed whether the share is what somebody asked for: neither volatility nor the cap of the
 *     controllers changes it
 */
public record Parameters(HeatSchedule schedule, double starch, SlotShares slots, boolean fixed) {

  public Parameters {
    if (!(starch >= 0 && starch < 1)) {
      throw new IllegalArgumentException("starch is a share in [0, 1), not " + starch);
    }
  }

  /** Parameters that volatility may raise. */
  public Parameters(HeatSchedule schedule, double starch, SlotShares slots) {
    this(schedule, starch, slots, false);
  }

  /**
   * As configured.
   *
   * @throws IllegalArgumentException when there is no such domain
   */
  public static Parameters of(EsiConfiguration configuration, String domain) {
    var profile = configuration.domain(domain);
    return new Parameters(profile.schedule(), profile.starch(), configuration.starch().slots());
  }

  Parameters withSchedule(HeatSchedule other) {
    return new Parameters(other, starch, slots, fixed);
  }

  Parameters withStarch(double share, SlotShares other) {
    return new Parameters(schedule, share, other, fixed);
  }
}

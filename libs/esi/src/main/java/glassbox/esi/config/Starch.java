package glassbox.esi.config;

import glassbox.esi.scaffold.SlotShares;
import glassbox.esi.volatility.StarchBands;

/**
 * How much structure a run gets, and of what kind.
 *
 * @param bands from volatility to a share of the context
 * @param slots how it is split
 * @param hints whether the model is shown what each field holds, as far as the budget has room
 * @param volatileShift part of the whole that moves from plan to trace in the last band
 */
public record Starch(StarchBands bands, SlotShares slots, boolean hints, double volatileShift) {
  public Starch {
    if (!(volatileShift >= 0 && volatileShift <= 0.25)) {
      throw new IllegalArgumentException("high_volatility_shift is in [0, .25]");
    }
  }

  /** Slot shares at a volatility. */
  public SlotShares slots(double volatility) {
    return high(volatility) ? slots.planToTrace(volatileShift) : slots;
  }

  /** Whether a volatility is in the last of several bands. */
  public boolean high(double volatility) {
    var ordered = bands.bands();
    return ordered.size() > 1 && volatility > ordered.get(ordered.size() - 2).upTo();
  }
}

package glassbox.esi.config;

import glassbox.esi.scaffold.SlotShares;
import glassbox.esi.volatility.StarchBands;

/**
 * How much structure a run gets, and of what kind.
 *
 * @param bands from volatility to a share of the context
 * @param slots how it is split
 * @param volatileShift part of the whole that moves from plan to trace in the last band
 */
public record Starch(StarchBands bands, SlotShares slots, double volatileShift) {
  public Starch {
    if (!(volatileShift >= 0 && volatileShift <= 0.25)) {
      throw new IllegalArgumentException("high_volatility_shift is in [0, .25]");
    }
  }

  /** Slot shares at a volatility. */
  public SlotShares slots(double volatility) {
    var ordered = bands.bands();
    boolean last = ordered.size() > 1 && volatility > ordered.get(ordered.size() - 2).upTo();
    return last ? slots.planToTrace(volatileShift) : slots;
  }
}

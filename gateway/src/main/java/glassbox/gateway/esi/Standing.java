package glassbox.gateway.esi;

import glassbox.esi.heat.Heat;
import glassbox.esi.heat.HeatSchedule;
import glassbox.esi.parameter.Averages;
import glassbox.esi.parameter.DomainState;
import glassbox.esi.parameter.Parameters;
import glassbox.esi.scaffold.SlotShares;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a domain stands after a run, as its history keeps it.
 *
 * @param temps of outline, draft and verification
 * @param topP likewise
 * @param starch share of the window
 * @param slots how it is split: structure, plan, glue, trace
 * @param averages over the runs
 * @param troubled one character a recent run, oldest first: {@code 1} for one that looped,
 *     contradicted itself or failed, else {@code 0}
 */
record Standing(
    List<Double> temps,
    List<Double> topP,
    double starch,
    List<Double> slots,
    Averages averages,
    String troubled) {

  private static final int RECENT = 20;
  private static final char TROUBLE = '1';

  Standing {
    temps = List.copyOf(temps);
    topP = List.copyOf(topP);
    slots = List.copyOf(slots);
    if (temps.size() != 3 || topP.size() != 3 || slots.size() != 4) {
      throw new IllegalArgumentException("three heats and four slots");
    }
  }

  /** After one more run. */
  static Standing of(DomainState state, String earlier, boolean trouble) {
    HeatSchedule schedule = state.parameters().schedule();
    List<Heat> heats = List.of(schedule.outline(), schedule.draft(), schedule.verify());
    SlotShares slots = state.parameters().slots();
    String all = earlier + (trouble ? TROUBLE : '0');
    return new Standing(
        heats.stream().map(Heat::temperature).toList(),
        heats.stream().map(Heat::topP).toList(),
        state.parameters().starch(),
        Stream.of(slots.structure(), slots.plan(), slots.glue(), slots.trace()).toList(),
        state.averages(),
        all.substring(Math.max(0, all.length() - RECENT)));
  }

  /** What the next run of the domain goes on from. */
  DomainState state(String domain) {
    return new DomainState(
        domain,
        new Parameters(
            new HeatSchedule(heat(0), heat(1), heat(2)),
            starch,
            new SlotShares(slots.get(0), slots.get(1), slots.get(2), slots.get(3))),
        averages,
        Set.of(),
        List.of(),
        List.of());
  }

  private Heat heat(int pass) {
    return new Heat(temps.get(pass), topP.get(pass));
  }

  /** Share of recent runs that had trouble, in [0, 1]. */
  double trouble() {
    return troubled.isEmpty()
        ? 0
        : (double) troubled.chars().filter(c -> c == TROUBLE).count() / troubled.length();
  }
}

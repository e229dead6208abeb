package glassbox.esi.heat;

import java.util.Optional;

/**
 * Adapts the structure of the next run: loops add to the plan, contradictions to the trace.
 *
 * @param step share of the context that is added
 * @param cap largest share
 */
public record AutoStarch(double step, double cap) {

  /** Part 5.4 of the source: steps of .5%, at most 3%. */
  public static final AutoStarch DEFAULT = new AutoStarch(0.005, 0.03);

  public AutoStarch {
    if (!(step > 0 && step < 1) || !(cap > 0 && cap < 1)) {
      throw new IllegalArgumentException("step and cap are shares in (0, 1)");
    }
  }

  /** What was seen. */
  public enum Symptom {
    /** More windows loop, at normal entropy. */
    LOOPS,
    /** More claims are contradicted. */
    CONTRADICTIONS
  }

  /** Where the added structure goes. */
  public enum Slot {
    PLAN,
    TRACE
  }

  /**
   * One change.
   *
   * @param slot that gets the addition
   * @param before share of the context before
   * @param after share after
   * @param reason in words
   */
  public record Change(Slot slot, double before, double after, String reason) {}

  /** The change that a symptom asks for; none at the cap, where adapters are the next step. */
  public Optional<Change> react(double share, Symptom symptom) {
    double after = Math.min(cap, Math.round((share + step) * 1e6) / 1e6);
    if (after <= share) {
      return Optional.empty();
    }
    return Optional.of(
        switch (symptom) {
          case LOOPS -> new Change(Slot.PLAN, share, after, "answers loop");
          case CONTRADICTIONS ->
              new Change(Slot.TRACE, share, after, "claims are contradicted or lack evidence");
        });
  }
}

package glassbox.critics.gate;

import java.util.List;

/** What the gate decides, with its reasons in words; none for {@code COMMIT}. */
public record GateDecision(Outcome outcome, List<String> reasons) {
  public GateDecision {
    reasons = List.copyOf(reasons);
  }

  /** The gate's outcomes. */
  public enum Outcome {
    /** The answer may go out. */
    COMMIT,
    /** Something failed that a repair of one segment could mend. */
    REPAIR,
    /** Every critic failed: the only case in which a whole generation is redone. */
    RESTART
  }
}

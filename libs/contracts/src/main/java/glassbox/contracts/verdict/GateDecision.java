package glassbox.contracts.verdict;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** What the gate decides, with its reasons in words; empty reasons for {@code commit}. */
public record GateDecision(Outcome outcome, List<String> reasons) {
  public GateDecision {
    reasons = List.copyOf(reasons);
  }

  /** The gate's outcomes. */
  public enum Outcome {
    /** CSA, chi and every mandatory critic allow the answer. */
    @JsonProperty("commit")
    COMMIT,
    /** Something failed that a repair could mend. */
    @JsonProperty("repair")
    REPAIR,
    /** Every critic failed: start again. */
    @JsonProperty("restart")
    RESTART
  }
}

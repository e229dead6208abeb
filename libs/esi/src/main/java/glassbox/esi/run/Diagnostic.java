package glassbox.esi.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a run failed.
 *
 * @param cause one of the causes
 * @param block the block at fault; null where no block is
 * @param reasons in words
 */
public record Diagnostic(Cause cause, @Nullable Block block, List<String> reasons) {
  public Diagnostic {
    reasons = List.copyOf(reasons);
  }

  /** Causes of failure. */
  public enum Cause {
    /** The gate stayed shut after the repairs that are allowed. */
    GATE,
    /** Every critic flagged the answer, also after the restart. */
    ALL_FLAGGED,
    /** A pass did not write a field. */
    MALFORMED,
    /** A dependency failed. */
    UNAVAILABLE,
    /** The time ran out. */
    TIME,
    /** Whoever asked was gone. */
    CANCELLED
  }
}

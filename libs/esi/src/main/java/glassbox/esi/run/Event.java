package glassbox.esi.run;

import java.util.List;

/** What may happen to a run. */
public sealed interface Event {

  /** The preparation is done. */
  record Prepared() implements Event {}

  /** The pass of the current stage ended with its fields written. */
  record PassEnded() implements Event {}

  /**
   * A pass ended, and a field that its stage must write is missing.
   *
   * @param field marker of the first missing one
   */
  record FieldMissing(String field) implements Event {}

  /** The critics judged, and the gate is open. */
  record GateOpened() implements Event {}

  /**
   * The checks before the answer, or the gate after it, stay shut, and not because every critic
   * flagged.
   *
   * @param block the smallest block that holds the failure
   * @param reasons in words
   */
  record GateShut(Block block, List<String> reasons) implements Event {
    public GateShut {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * The gate is shut because of what stands in [Given]. No repair may touch that, and whatever
   * follows from it is wrong: only a new generation may help.
   *
   * @param reasons in words
   */
  record GivenFlagged(List<String> reasons) implements Event {
    public GivenFlagged {
      reasons = List.copyOf(reasons);
    }
  }

  /** Every critic that could judge flagged the answer. */
  record AllFlagged(List<String> reasons) implements Event {
    public AllFlagged {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * A dependency could not do its part: the decoder, the critics, the trace store.
   *
   * @param dependency its name
   * @param reason why, without any text of the run
   */
  record DependencyFailed(String dependency, String reason) implements Event {}

  /** More time has gone than the latency cap allows. */
  record TimeExceeded() implements Event {}

  /** Whoever asked is gone. */
  record ClientGone() implements Event {}
}

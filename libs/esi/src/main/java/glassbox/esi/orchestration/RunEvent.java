package glassbox.esi.orchestration;

import glassbox.esi.parameter.ParameterChange;
import glassbox.esi.run.Block;
import glassbox.esi.run.Diagnostic;
import glassbox.esi.trace.Fragment;
import glassbox.esi.transcript.Entry;
import java.util.List;

/** What a listener hears while a run goes on, in order. */
public sealed interface RunEvent {

  /** A stage begins. */
  record StageBegan(StageRecord stage) implements RunEvent {}

  /** A pass ended. */
  record PassEnded(PassRecord pass) implements RunEvent {}

  /** A token was written; it may be replaced by a repair or a restart. */
  record TokenWritten(int pass, int position, Entry entry) implements RunEvent {}

  /** A tool ran. */
  record ToolRan(Fragment fragment, boolean failed) implements RunEvent {}

  /** The gate ruled. */
  record Judged(Judgement judgement) implements RunEvent {}

  /**
   * A block is redone: the first tokens of the transcript stay.
   *
   * @param kept tokens that stay
   */
  record Repairing(Block block, List<String> reasons, int kept) implements RunEvent {
    public Repairing {
      reasons = List.copyOf(reasons);
    }
  }

  /** A parameter was changed. */
  record Changed(ParameterChange change) implements RunEvent {}

  /** The answer may go out. */
  record Committed(String answer) implements RunEvent {}

  /** The run failed. */
  record Failed(Diagnostic diagnostic) implements RunEvent {}
}

package glassbox.esi.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run's whole state.
 *
 * @param stage where it stands
 * @param repairs repairs begun
 * @param restarts restarts begun
 * @param fallback whether it goes on under the conservative profile
 * @param repairing what is being repaired; null outside {@link Stage#REPAIR}
 * @param shut why the gate stayed shut last; empty if it did not
 * @param diagnostic why it failed; null unless it did
 */
public record RunState(
    Stage stage,
    int repairs,
    int restarts,
    boolean fallback,
    @Nullable Block repairing,
    List<String> shut,
    @Nullable Diagnostic diagnostic) {

  /** Before anything was done. */
  public static final RunState INITIAL =
      new RunState(Stage.PREP, 0, 0, false, null, List.of(), null);

  public RunState {
    shut = List.copyOf(shut);
    if ((stage == Stage.REPAIR) != (repairing != null)) {
      throw new IllegalArgumentException("a block is repaired exactly in REPAIR, not in " + stage);
    }
    if ((stage == Stage.FAIL) != (diagnostic != null)) {
      throw new IllegalArgumentException("a diagnostic belongs to FAIL, not to " + stage);
    }
  }

  /** Whether the answer may go out. */
  public boolean committed() {
    return stage == Stage.COMMIT;
  }

  RunState at(Stage next) {
    return new RunState(next, repairs, restarts, fallback, null, shut, null);
  }

  RunState repairing(Block block, List<String> reasons) {
    return new RunState(Stage.REPAIR, repairs + 1, restarts, fallback, block, reasons, null);
  }

  RunState restarted(List<String> reasons) {
    return new RunState(Stage.OUTLINE, repairs, restarts + 1, fallback, null, reasons, null);
  }

  RunState fallenBack() {
    return new RunState(stage, repairs, restarts, true, repairing, shut, null);
  }

  RunState failed(Diagnostic why) {
    return new RunState(Stage.FAIL, repairs, restarts, fallback, null, shut, why);
  }
}

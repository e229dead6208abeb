package glassbox.esi.run;

import glassbox.esi.run.Diagnostic.Cause;
import java.util.List;

/**
 * The transitions of a run.
 *
 * <pre>
 *   PREP -> OUTLINE -> DRAFT -> VERIFY -> JUDGE -> COMMIT
 *   VERIFY, JUDGE -> REPAIR -> JUDGE     checks or gate shut, at most {@code maxRepairs} times
 *   VERIFY, REPAIR, JUDGE -> OUTLINE     all flagged, or [Given], {@code maxRestarts} times
 *   any that is not terminal -> FAIL
 * </pre>
 *
 * Time that runs out moves a decoding run to the conservative profile once; a second time, or where
 * only repairs are left, it fails. An event that a stage cannot meet is a mistake of the driver and
 * is thrown.
 *
 * @param maxRepairs repairs of one segment a run may have
 * @param maxRestarts whole generations a run may have besides the first
 */
public record RunMachine(int maxRepairs, int maxRestarts) {

  private static final Block GIVEN = Block.of("[Given]");

  public RunMachine {
    if (maxRepairs < 0 || maxRestarts < 0) {
      throw new IllegalArgumentException("repairs and restarts must not be negative");
    }
  }

  /**
   * What follows.
   *
   * @throws IllegalStateException when the event cannot happen in this stage
   */
  public RunState next(RunState state, Event event) {
    if (state.stage().terminal()) {
      return state;
    }
    return switch (event) {
      case Event.Prepared prepared -> from(state, Stage.PREP, event).at(Stage.OUTLINE);
      case Event.PassEnded ended -> passEnded(state, event);
      case Event.FieldMissing missing -> fieldMissing(state, missing);
      case Event.GateOpened opened -> from(state, Stage.JUDGE, event).at(Stage.COMMIT);
      case Event.GateShut shut -> gateShut(ruled(state, event), shut);
      case Event.GivenFlagged given -> givenFlagged(ruled(state, event), given.reasons());
      case Event.AllFlagged all -> allFlagged(ruled(state, event), all.reasons());
      case Event.DependencyFailed failed ->
          state.failed(
              new Diagnostic(
                  Cause.UNAVAILABLE,
                  state.repairing(),
                  List.of(failed.dependency() + ": " + failed.reason())));
      case Event.TimeExceeded exceeded -> timeExceeded(state);
      case Event.ClientGone gone ->
          state.failed(new Diagnostic(Cause.CANCELLED, null, List.of("the caller is gone")));
    };
  }

  private static RunState passEnded(RunState state, Event event) {
    return switch (state.stage()) {
      case OUTLINE -> state.at(Stage.DRAFT);
      case DRAFT -> state.at(Stage.VERIFY);
      case VERIFY, REPAIR -> state.at(Stage.JUDGE);
      case PREP, JUDGE, COMMIT, FAIL -> throw misplaced(state, event);
    };
  }

  /** What cannot be read as a scaffold is repaired like a shut gate, at the field it lacks. */
  private RunState fieldMissing(RunState state, Event.FieldMissing missing) {
    if (!state.stage().decodes()) {
      throw misplaced(state, missing);
    }
    Block block = Block.of(missing.field());
    List<String> reasons = List.of("the pass did not write " + missing.field());
    return state.repairs() < maxRepairs && state.stage() != Stage.REPAIR
        ? state.repairing(block, reasons)
        : state.failed(new Diagnostic(Cause.MALFORMED, block, reasons));
  }

  private RunState gateShut(RunState state, Event.GateShut shut) {
    return state.repairs() < maxRepairs && !outOfTime(state)
        ? state.repairing(shut.block(), shut.reasons())
        : state.failed(new Diagnostic(Cause.GATE, shut.block(), shut.reasons()));
  }

  private RunState givenFlagged(RunState state, List<String> reasons) {
    return restarted(state, reasons, new Diagnostic(Cause.GATE, GIVEN, reasons));
  }

  private RunState allFlagged(RunState state, List<String> reasons) {
    return restarted(state, reasons, new Diagnostic(Cause.ALL_FLAGGED, null, reasons));
  }

  private RunState restarted(RunState state, List<String> reasons, Diagnostic end) {
    return state.restarts() < maxRestarts && !outOfTime(state)
        ? state.restarted(reasons)
        : state.failed(end);
  }

  private static RunState timeExceeded(RunState state) {
    boolean ahead =
        switch (state.stage()) {
          case PREP, OUTLINE, DRAFT, VERIFY, JUDGE -> true;
          case REPAIR, COMMIT, FAIL -> false;
        };
    if (ahead && !state.fallback()) {
      return state.fallenBack();
    }
    List<String> reasons = List.of("the time allowed is over in " + state.stage());
    return state.failed(new Diagnostic(Cause.TIME, state.repairing(), reasons));
  }

  /** A run that already used its fallback has no time for more passes. */
  private static boolean outOfTime(RunState state) {
    return state.fallback();
  }

  /** Checks are judged before an answer is begun, in VERIFY and REPAIR, and the answer in JUDGE. */
  private static RunState ruled(RunState state, Event event) {
    return switch (state.stage()) {
      case VERIFY, REPAIR, JUDGE -> state;
      case PREP, OUTLINE, DRAFT, COMMIT, FAIL -> throw misplaced(state, event);
    };
  }

  private static RunState from(RunState state, Stage expected, Event event) {
    if (state.stage() != expected) {
      throw misplaced(state, event);
    }
    return state;
  }

  private static IllegalStateException misplaced(RunState state, Event event) {
    return new IllegalStateException(event + " cannot happen in " + state.stage());
  }
}

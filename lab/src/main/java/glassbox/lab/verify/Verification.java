package glassbox.lab.verify;

import glassbox.lab.verify.CheckResult.State;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that was checked of a bundle.
 *
 * @param general checks of the bundle as a whole
 * @param runs the runs in the order of the log; empty if the bundle cannot be read
 */
public record Verification(List<CheckResult> general, List<RunVerification> runs) {
  /** Exit code: every check that was made holds. */
  public static final int RIGHT = 0;

  /** Exit code: at least one thing is wrong. */
  public static final int WRONG = 1;

  /** Exit code: nothing is wrong, but something cannot be judged. */
  public static final int UNJUDGED = 2;

  public Verification {
    general = List.copyOf(general);
    runs = List.copyOf(runs);
  }

  /** {@link #RIGHT}, {@link #WRONG} or {@link #UNJUDGED}. */
  public int exitCode() {
    if (any(State.WRONG)) {
      return WRONG;
    }
    return any(State.UNJUDGED) ? UNJUDGED : RIGHT;
  }

  private boolean any(State state) {
    return results().anyMatch(result -> result.state() == state);
  }

  Stream<CheckResult> results() {
    return Stream.concat(general.stream(), runs.stream().flatMap(run -> run.results().stream()));
  }
}

package glassbox.critics.code;

import glassbox.critics.Critic;
import glassbox.critics.CriticIdentity;
import glassbox.critics.Draft;
import glassbox.critics.Verdict;
import glassbox.critics.sandbox.SnippetRun;

/** What critics of code share: they ask one run of the draft's code, and abstain without code. */
abstract sealed class CodeCritic implements Critic permits CompileCritic, LintCritic, TestsCritic {
  private final CriticIdentity identity;
  private final CodeRuns runs;

  CodeCritic(CriticIdentity identity, CodeRuns runs) {
    this.identity = identity;
    this.runs = runs;
  }

  @Override
  public final CriticIdentity identity() {
    return identity;
  }

  /** For the sandbox. */
  @Override
  public final boolean waits() {
    return true;
  }

  @Override
  public final Verdict judge(Draft draft) {
    return runs.of(draft)
        .map(this::judge)
        .orElseGet(() -> new Verdict.Unavailable("neither answer nor tool calls hold code"));
  }

  /** The verdict on code that was found and run. */
  abstract Verdict judge(CodeRuns.Judged judged);

  /** Why a run did not come to an end. */
  static String reason(SnippetRun run) {
    return run.problems().isEmpty()
        ? "the code could not be run"
        : run.problems().getFirst().message();
  }
}

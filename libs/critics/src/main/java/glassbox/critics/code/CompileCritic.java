package glassbox.critics.code;

import glassbox.critics.Critic;
import glassbox.critics.CriticIdentity;
import glassbox.critics.Draft;
import glassbox.critics.Finding;
import glassbox.critics.Verdict;
import glassbox.critics.sandbox.SnippetRun;
import java.util.List;
import java.util.Map;

/** Whether the answer's code compiles and uses only what snippets may. One check. */
public final class CompileCritic implements Critic {
  private final CodeRuns runs;
  private static final CriticIdentity IDENTITY =
      CriticIdentity.of(
          "compile", "1", "the code compiles", Map.of("release", "25", "whitelist", "java.base/1"));

  public CompileCritic(CodeRuns runs) {
    this.runs = runs;
  }

  @Override
  public CriticIdentity identity() {
    return IDENTITY;
  }

  @Override
  public boolean waits() {
    return true;
  }

  @Override
  public Verdict judge(Draft draft) {
    return runs.of(draft)
        .map(CompileCritic::judge)
        .orElseGet(() -> new Verdict.Unavailable("neither answer nor tool calls hold code"));
  }

  private static Verdict judge(CodeRuns.Judged judged) {
    SnippetRun run = judged.run();
    return switch (run.outcome()) {
      case RAN -> new Verdict.Passed(1);
      case COMPILE_ERROR, FORBIDDEN -> Verdict.of(run.problems().size(), findings(judged));
      case LIMIT -> new Verdict.Unavailable(reason(run));
      case UNAVAILABLE -> new Verdict.Unavailable(reason(run));
    };
  }

  private static List<Finding> findings(CodeRuns.Judged judged) {
    return judged.run().problems().stream()
        .map(problem -> judged.code().finding(problem.message(), problem.start(), problem.end()))
        .toList();
  }

  static String reason(SnippetRun run) {
    return run.problems().isEmpty()
        ? "the code could not be run"
        : run.problems().getFirst().message();
  }
}

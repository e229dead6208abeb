package glassbox.critics.code;

import glassbox.critics.CriticIdentity;
import glassbox.critics.Finding;
import glassbox.critics.Verdict;
import glassbox.critics.sandbox.SnippetRun;
import java.util.List;
import java.util.Map;

/** Whether the answer's code compiles and uses only what snippets may. One check. */
public final class CompileCritic extends CodeCritic {
  private static final CriticIdentity IDENTITY =
      CriticIdentity.of(
          "compile", "1", "the code compiles", Map.of("release", "25", "whitelist", "java.base/1"));

  public CompileCritic(CodeRuns runs) {
    super(IDENTITY, runs);
  }

  @Override
  Verdict judge(CodeRuns.Judged judged) {
    SnippetRun run = judged.run();
    return switch (run.outcome()) {
      case RAN -> new Verdict.Passed(1);
      case COMPILE_ERROR, FORBIDDEN -> Verdict.of(run.problems().size(), findings(judged));
      case LIMIT, UNAVAILABLE -> new Verdict.Unavailable(reason(run));
    };
  }

  private static List<Finding> findings(CodeRuns.Judged judged) {
    return judged.run().problems().stream()
        .map(problem -> judged.code().finding(problem.message(), problem.start(), problem.end()))
        .toList();
  }
}

package glassbox.critics.code;

import glassbox.critics.Critic;
import glassbox.critics.CriticIdentity;
import glassbox.critics.Draft;
import glassbox.critics.Finding;
import glassbox.critics.Verdict;
import glassbox.critics.sandbox.SnippetRun;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether the answer's code is clean: no compiler warning, no print, no swallowed exception, no
 * comparison of strings by identity, no empty statement; and nothing that snippets may not use. One
 * check, or one a finding.
 */
public final class LintCritic implements Critic {
  private static final CriticIdentity IDENTITY =
      CriticIdentity.of("lint", "1", "the code is clean and safe", Map.of("xlint", "all"));
  private final CodeRuns runs;

  public LintCritic(CodeRuns runs) {
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
        .map(LintCritic::judge)
        .orElseGet(() -> new Verdict.Unavailable("neither answer nor tool calls hold code"));
  }

  private static Verdict judge(CodeRuns.Judged judged) {
    SnippetRun run = judged.run();
    return switch (run.outcome()) {
      case RAN, FORBIDDEN -> {
        List<Finding> findings =
            Stream.concat(run.warnings().stream(), run.problems().stream())
                .map(p -> judged.code().finding(p.message(), p.start(), p.end()))
                .toList();
        yield Verdict.of(Math.max(1, findings.size()), findings);
      }
      case COMPILE_ERROR -> new Verdict.Unavailable("the code does not compile");
      case LIMIT, UNAVAILABLE -> new Verdict.Unavailable(CompileCritic.reason(run));
    };
  }
}

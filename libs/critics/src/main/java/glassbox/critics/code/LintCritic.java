package glassbox.critics.code;

import glassbox.critics.CriticIdentity;
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
public final class LintCritic extends CodeCritic {
  private static final CriticIdentity IDENTITY =
      CriticIdentity.of("lint", "1", "the code is clean and safe", Map.of("xlint", "all"));

  public LintCritic(CodeRuns runs) {
    super(IDENTITY, runs);
  }

  @Override
  Verdict judge(CodeRuns.Judged judged) {
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
      case LIMIT, UNAVAILABLE -> new Verdict.Unavailable(reason(run));
    };
  }
}

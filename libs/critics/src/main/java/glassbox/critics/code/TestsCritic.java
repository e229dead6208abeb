package glassbox.critics.code;

import glassbox.critics.CriticIdentity;
import glassbox.critics.Finding;
import glassbox.critics.Verdict;
import glassbox.critics.sandbox.SnippetRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the answer's code gives what its tests expect: tests that were supplied, examples in the
 * question and the context, and the calls of the {@code java} tool. One check a test.
 */
public final class TestsCritic extends CodeCritic {
  private static final CriticIdentity IDENTITY =
      CriticIdentity.of("tests", "1", "the code gives what its tests expect", Map.of("most", 30));

  public TestsCritic(CodeRuns runs) {
    super(IDENTITY, runs);
  }

  @Override
  Verdict judge(CodeRuns.Judged judged) {
    if (judged.tests().isEmpty()) {
      return new Verdict.Unavailable("there is no test of the code");
    }
    int tests = judged.tests().size();
    SnippetRun run = judged.run();
    Code code = judged.code();
    return switch (run.outcome()) {
      case RAN -> compared(judged);
      case COMPILE_ERROR, FORBIDDEN ->
          Verdict.of(
              tests, List.of(code.finding("the code does not compile", 0, code.text().length())));
      case LIMIT -> Verdict.of(tests, List.of(code.finding(reason(run), 0, code.text().length())));
      case UNAVAILABLE -> new Verdict.Unavailable(reason(run));
    };
  }

  private static Verdict compared(CodeRuns.Judged judged) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < judged.tests().size(); i++) {
      Trial test = judged.tests().get(i);
      Optional<SnippetRun.Value> got = judged.run().value(2 * i);
      String expected =
          judged.run().value(2 * i + 1).flatMap(SnippetRun.Value::value).orElse(test.expected());
      Optional<String> value = got.flatMap(SnippetRun.Value::value);
      boolean holds =
          value.isPresent()
              && (Trial.same(value.get(), expected) || Trial.same(value.get(), test.expected()));
      if (!holds) {
        String gave = value.or(() -> got.flatMap(SnippetRun.Value::thrown)).orElse("nothing");
        String message =
            "%s: %s gives %s, not %s".formatted(test.source(), test.call(), gave, expected);
        findings.add(judged.code().finding(message, 0, judged.code().text().length()));
      }
    }
    return Verdict.of(judged.tests().size(), findings);
  }
}

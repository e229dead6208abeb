package glassbox.critics.code;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.critics.Draft;
import glassbox.critics.Fragment;
import glassbox.critics.Material;
import glassbox.critics.Material.CodeTest;
import glassbox.critics.Verdict;
import glassbox.critics.sandbox.Sandbox;
import glassbox.critics.sandbox.SandboxLimits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class CodeCriticsTest {
  private static final Sandbox SANDBOX =
      new Sandbox(new SandboxLimits(Duration.ofSeconds(60), 96, 4096, 2, 20_000, 64));
  private final CodeRuns runs = new CodeRuns(SANDBOX);
  private final CompileCritic compile = new CompileCritic(runs);
  private final TestsCritic tests = new TestsCritic(runs);
  private final LintCritic lint = new LintCritic(runs);

  @AfterAll
  static void close() {
    SANDBOX.close();
  }

  private static Draft tested(String answer, String call, String expected) {
    return Draft.of("Write a method f.", answer)
        .withMaterial(
            new Material(
                List.of(), List.of(new CodeTest(call, expected)), Optional.empty(), List.of()));
  }

  @Test
  void rightCodePassesAll() {
    Draft draft = tested("int f(int x){return x*3+4;}", "f(2)", "10");
    assertThat(compile.judge(draft)).isEqualTo(new Verdict.Passed(1));
    assertThat(tests.judge(draft)).isEqualTo(new Verdict.Passed(1));
    assertThat(lint.judge(draft)).isEqualTo(new Verdict.Passed(1));
  }

  @Test
  void wrongCodeIsFlaggedByItsTest() {
    Draft draft = tested("It is: int f(int x){return x*3+5;} as asked.", "f(2)", "10");
    assertThat(compile.judge(draft)).isEqualTo(new Verdict.Passed(1));
    Verdict.Flagged flagged = (Verdict.Flagged) tests.judge(draft);
    assertThat(flagged.findings().getFirst().message()).contains("f(2) gives 11, not 10");
    String marked =
        draft
            .answer()
            .substring(flagged.findings().getFirst().start(), flagged.findings().getFirst().end());
    assertThat(marked).isEqualTo("int f(int x){return x*3+5;}");
  }

  @Test
  void codeThatDoesNotCompileIsFlaggedAndNotLinted() {
    Draft draft = tested("```java\nint f(int x){return z;}\n```", "f(2)", "10");
    Verdict.Flagged flagged = (Verdict.Flagged) compile.judge(draft);
    assertThat(
            draft
                .answer()
                .substring(
                    flagged.findings().getFirst().start(), flagged.findings().getFirst().end()))
        .isEqualTo("z");
    assertThat(tests.judge(draft)).isInstanceOf(Verdict.Flagged.class);
    assertThat(lint.judge(draft)).isInstanceOf(Verdict.Unavailable.class);
  }

  @Test
  void forbiddenCodeIsFlagged() {
    Draft draft = tested("int f(int x){System.exit(x); return 1;}", "f(2)", "1");
    assertThat(compile.judge(draft)).isInstanceOf(Verdict.Flagged.class);
    assertThat(lint.judge(draft)).isInstanceOf(Verdict.Flagged.class);
  }

  @Test
  void printsAreLint() {
    Draft draft = tested("int f(int x){System.out.println(x); return x;}", "f(2)", "2");
    assertThat(lint.judge(draft)).isInstanceOf(Verdict.Flagged.class);
    assertThat(tests.judge(draft)).isEqualTo(new Verdict.Passed(1));
  }

  @Test
  void examplesOfTheQuestionAreTests() {
    String prompt = "Write f such that f(2) = 10 and f(3) returns 13.";
    assertThat(tests.judge(Draft.of(prompt, "int f(int x){return x*3+4;}")))
        .isEqualTo(new Verdict.Passed(2));
    assertThat(tests.judge(Draft.of(prompt, "int f(int x){return 10;}")))
        .isInstanceOf(Verdict.Flagged.class);
  }

  @Test
  void callsOfTheToolAreTestsOfTheAnswer() {
    Draft draft =
        Draft.of("Write f.", "int f(int x){return x-4;}")
            .withFragments(
                List.of(Fragment.call("t1", "java", "int f(int x){return x+4;} f(2)", "6")));
    assertThat(tests.judge(draft)).isInstanceOf(Verdict.Flagged.class);
  }

  @Test
  void withoutCodeInTheAnswerTheToolsCallIsJudged() {
    Draft draft =
        Draft.of("What does f give for 2?", "6")
            .withFragments(
                List.of(Fragment.call("t1", "java", "int f(int x){return x+4;} f(2)", "6")));
    assertThat(compile.judge(draft)).isEqualTo(new Verdict.Passed(1));
    assertThat(tests.judge(draft)).isEqualTo(new Verdict.Passed(1));
  }

  @Test
  void withoutCodeOrTestsNothingPasses() {
    assertThat(compile.judge(Draft.of("?", "It is 6."))).isInstanceOf(Verdict.Unavailable.class);
    assertThat(tests.judge(Draft.of("?", "int f(){return 1;}")))
        .isInstanceOf(Verdict.Unavailable.class);
  }

  @Test
  void equalCodeAndTestsAreRunOnce() {
    String code = "long f(){return System.nanoTime();}";
    Verdict first = tests.judge(tested(code, "f()", "1"));
    assertThat(first).isInstanceOf(Verdict.Flagged.class);
    assertThat(tests.judge(tested(code, "f()", "1"))).isEqualTo(first);
    assertThat(tests.judge(tested(code, "f()", "2"))).isNotEqualTo(first);
    assertThat(new TestsCritic(new CodeRuns(SANDBOX)).judge(tested(code, "f()", "1")))
        .isNotEqualTo(first);
  }

  @Test
  void codeThatNeverEndsPassesNothing() {
    try (Sandbox quick = new Sandbox(new SandboxLimits(Duration.ofSeconds(8), 64, 99, 1, 999, 9))) {
      CodeRuns own = new CodeRuns(quick);
      Draft draft = tested("int f(int x){while(true){}}", "f(1)", "1");
      assertThat(new TestsCritic(own).judge(draft)).isInstanceOf(Verdict.Flagged.class);
      assertThat(new CompileCritic(own).judge(draft)).isInstanceOf(Verdict.Unavailable.class);
    }
  }

  @Test
  void downSandboxPassesNothing() {
    Sandbox down = new Sandbox(SandboxLimits.DEFAULT);
    down.close();
    CodeRuns own = new CodeRuns(down);
    Draft draft = tested("int f(int x){return 1;}", "f(1)", "1");
    assertThat(new CompileCritic(own).judge(draft)).isInstanceOf(Verdict.Unavailable.class);
    assertThat(new TestsCritic(own).judge(draft)).isInstanceOf(Verdict.Unavailable.class);
    assertThat(new LintCritic(own).judge(draft)).isInstanceOf(Verdict.Unavailable.class);
  }
}

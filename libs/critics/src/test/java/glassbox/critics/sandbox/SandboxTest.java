package glassbox.critics.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.critics.sandbox.SnippetRun.Outcome;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SandboxTest {
  private static final Sandbox SANDBOX =
      new Sandbox(new SandboxLimits(Duration.ofSeconds(60), 96, 4096, 1, 20_000, 64));

  @AfterAll
  static void close() {
    SANDBOX.close();
  }

  private static SnippetRun run(String snippet, String... calls) {
    return SANDBOX.run(snippet, List.of(calls));
  }

  private static String value(SnippetRun run, int call) {
    return run.value(call).flatMap(SnippetRun.Value::value).orElse("none");
  }

  @Test
  void snippetsRunInAChildOfTheirOwn() {
    SnippetRun run = run("int f(int x){return 10/x;}", "f(5)", "f(0)");
    assertThat(run.outcome()).as("%s", run.problems()).isEqualTo(Outcome.RAN);
    assertThat(value(run, 0)).isEqualTo("2");
    assertThat(run.value(1).orElseThrow().thrown().orElse("")).contains("ArithmeticException");
    assertThat(run("int f(){System.exit(0); return 1;}", "f()").outcome())
        .isEqualTo(Outcome.FORBIDDEN);
  }

  @Test
  void endlessLoopsAreEndedInTimeWithTheirProcess() {
    try (Sandbox quick =
        new Sandbox(new SandboxLimits(Duration.ofSeconds(8), 64, 100, 1, 2000, 4))) {
      long start = System.nanoTime();
      SnippetRun run = quick.run("int f(){while(true){}}", List.of("f()"));
      assertThat(run.outcome()).as("%s", run).isEqualTo(Outcome.LIMIT);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    }
    // Killed processes are gone a little after they were killed.
    assertThat(children())
        .allSatisfy(child -> assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(20)));
  }

  private static List<ProcessHandle> children() {
    return ProcessHandle.current()
        .children()
        .filter(
            child -> child.info().arguments().map(Arrays::toString).orElse("").contains("-Xmx64m"))
        .toList();
  }

  @Test
  void memoryIsBounded() {
    SnippetRun run =
        run(
            "int f(){long[][] a=new long[1000][]; for(int i=0;i<1000;i++) a[i]=new long[1<<20];"
                + " return a.length;}",
            "f()");
    assertThat(run.outcome()).as("%s", run).isEqualTo(Outcome.LIMIT);
    assertThat(run.problems().getFirst().message()).contains("memory");
  }

  @Test
  void outputIsBounded() {
    SnippetRun much = run("int f(){while(true) System.out.println(\"x\");}", "f()");
    assertThat(much.outcome()).isEqualTo(Outcome.LIMIT);
    SnippetRun little = run("int f(){System.out.print(\"hello\"); return 1;}", "f()");
    assertThat(little.output()).isEqualTo("hello");
  }

  @Test
  void whatIsTooLongIsNotRun() {
    assertThat(run("//" + "x".repeat(20_000)).outcome()).isEqualTo(Outcome.LIMIT);
  }

  @Test
  void closedSandboxIsUnavailable() {
    Sandbox closed = new Sandbox(SandboxLimits.DEFAULT);
    closed.close();
    assertThat(closed.run("int f(){return 1;}", List.of("f()")).outcome())
        .isEqualTo(Outcome.UNAVAILABLE);
  }

  /** A class that the list forgets would be missing in the child. */
  @Test
  void everyClassOfTheChildIsCopied() throws URISyntaxException {
    Path classes =
        Path.of(Sandbox.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    File[] files = classes.resolve(ChildClasses.FOLDER).toFile().listFiles();
    assertThat(files).isNotNull();
    assertThat(Arrays.stream(files).map(File::getName).filter(n -> !n.startsWith("package-info")))
        .containsExactlyInAnyOrderElementsOf(
            ChildClasses.NAMES.stream().map(name -> name + ".class").toList());
  }
}

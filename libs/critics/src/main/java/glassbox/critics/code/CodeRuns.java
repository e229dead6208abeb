package glassbox.critics.code;

import glassbox.critics.Draft;
import glassbox.critics.sandbox.Sandbox;
import glassbox.critics.sandbox.SnippetRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Runs code once for all critics that ask, and for a draft of the same code and tests that comes
 * soon after: compiled, linted, each test's call and expected value evaluated. A run that did not
 * come to its own end is not kept.
 */
public final class CodeRuns {
  private static final int KEPT = 16;
  private final Sandbox sandbox;
  private final Map<Task, FutureTask<SnippetRun>> kept = new LinkedHashMap<>();

  public CodeRuns(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  /**
   * The code of a draft with what came of it.
   *
   * @param tests the call of test i is call 2 i of the run, its expected value 2 i + 1
   */
  record Judged(Code code, List<Trial> tests, SnippetRun run) {}

  private record Task(String code, List<String> calls) {}

  /** Empty where the draft has no code. */
  Optional<Judged> of(Draft draft) {
    return Code.of(draft)
        .map(
            code -> {
              List<Trial> tests = Trial.of(draft);
              List<String> calls = new ArrayList<>();
              for (Trial test : tests) {
                calls.add(test.call());
                calls.add(test.expected().isBlank() ? "\"\"" : test.expected());
              }
              return new Judged(code, tests, run(new Task(code.text(), List.copyOf(calls))));
            });
  }

  private SnippetRun run(Task task) {
    FutureTask<SnippetRun> future = future(task);
    future.run();
    try {
      SnippetRun run = future.get();
      switch (run.outcome()) {
        case RAN, COMPILE_ERROR, FORBIDDEN -> {}
        case LIMIT, UNAVAILABLE -> forget(task, future);
      }
      return run;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      forget(task, future);
      throw new IllegalStateException(e.getCause());
    }
  }

  private synchronized FutureTask<SnippetRun> future(Task task) {
    FutureTask<SnippetRun> known = kept.get(task);
    if (known != null) {
      return known;
    }
    FutureTask<SnippetRun> future = new FutureTask<>(() -> sandbox.run(task.code(), task.calls()));
    kept.put(task, future);
    if (kept.size() > KEPT) {
      kept.remove(kept.keySet().iterator().next());
    }
    return future;
  }

  private synchronized void forget(Task task, FutureTask<SnippetRun> future) {
    kept.remove(task, future);
  }
}

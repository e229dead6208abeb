package glassbox.critics.code;

import glassbox.critics.Draft;
import glassbox.critics.sandbox.Sandbox;
import glassbox.critics.sandbox.SnippetRun;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;

/**
 * Runs the code of a draft once for all critics that ask: compiled, linted, each test's call and
 * expected value evaluated. An equal draft that comes as another object is run anew.
 */
public final class CodeRuns {
  private static final int KEPT = 16;
  private final Sandbox sandbox;
  private final Deque<Kept> kept = new ArrayDeque<>();

  public CodeRuns(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  /**
   * The code of a draft with what came of it.
   *
   * @param tests the call of test i is call 2 i of the run, its expected value 2 i + 1
   */
  record Judged(Code code, List<Trial> tests, SnippetRun run) {}

  private record Kept(WeakReference<Draft> draft, FutureTask<Optional<Judged>> task) {}

  /** Empty where the draft has no code. */
  Optional<Judged> of(Draft draft) {
    FutureTask<Optional<Judged>> task = task(draft);
    task.run();
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private synchronized FutureTask<Optional<Judged>> task(Draft draft) {
    for (Kept one : kept) {
      if (one.draft().refersTo(draft)) {
        return one.task();
      }
    }
    FutureTask<Optional<Judged>> task = new FutureTask<>(() -> judge(draft));
    kept.addLast(new Kept(new WeakReference<>(draft), task));
    if (kept.size() > KEPT) {
      kept.removeFirst();
    }
    return task;
  }

  private Optional<Judged> judge(Draft draft) {
    return Code.of(draft)
        .map(
            code -> {
              List<Trial> tests = Trial.of(draft);
              List<String> calls = new ArrayList<>();
              for (Trial test : tests) {
                calls.add(test.call());
                calls.add(test.expected().isBlank() ? "\"\"" : test.expected());
              }
              return new Judged(code, tests, sandbox.run(code.text(), calls));
            });
  }
}

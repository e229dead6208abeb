package glassbox.critics.sandbox;

import glassbox.critics.sandbox.ChildProcess.Kind;
import glassbox.critics.sandbox.SnippetRun.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Runs snippets, each in a child of its own. Safe for any thread.
 *
 * <p>They are compiled by other children, which never run what they compile and so may serve one
 * snippet after another. Children that run are started ahead.
 */
public final class Sandbox implements AutoCloseable {
  private final SandboxLimits limits;
  private final Semaphore places;
  private final Children children;

  public Sandbox(SandboxLimits limits) {
    this.limits = limits;
    this.places = new Semaphore(limits.children(), true);
    this.children = new Children(limits);
  }

  /** What a snippet may take. */
  public SandboxLimits limits() {
    return limits;
  }

  /**
   * Compiles a snippet and makes calls of it.
   *
   * @param snippet methods or classes, with imports before them
   * @param calls expressions, each evaluated by itself
   */
  public SnippetRun run(String snippet, List<String> calls) {
    int length = calls.stream().mapToInt(String::length).sum();
    boolean fits = snippet.length() <= limits.snippetCharacters();
    if (!fits || length > limits.snippetCharacters() || calls.size() > limits.calls()) {
      return SnippetRun.ended(Outcome.LIMIT, "the snippet or its calls are too long");
    }
    long deadline = System.nanoTime() + limits.time().toNanos();
    try {
      if (!places.tryAcquire(limits.time().toNanos(), TimeUnit.NANOSECONDS)) {
        return SnippetRun.ended(Outcome.UNAVAILABLE, "too many snippets are running");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return SnippetRun.ended(Outcome.UNAVAILABLE, "the sandbox is closed");
    }
    try {
      return runPlaced(snippet, List.copyOf(calls), deadline);
    } finally {
      places.release();
    }
  }

  private SnippetRun runPlaced(String snippet, List<String> calls, long deadline) {
    Told told = new Told();
    Optional<SnippetRun> failed =
        with(Kind.BUILDER, deadline, child -> child.build(snippet, calls, told));
    if (failed.isEmpty() && !told.programs().isEmpty()) {
      failed = with(Kind.RUNNER, deadline, child -> child.run(told));
    }
    return failed.orElseGet(told::run);
  }

  @FunctionalInterface
  private interface Work {
    void with(ChildProcess child) throws IOException;
  }

  /** Has a child do something; what came of it where it did not come to an end. */
  private Optional<SnippetRun> with(Kind kind, long deadline, Work work) {
    ChildProcess child;
    try {
      child = children.take(kind);
    } catch (IOException e) {
      return Optional.of(
          SnippetRun.ended(Outcome.UNAVAILABLE, "no child can be started: " + e.getMessage()));
    }
    Alarm alarm = new Alarm(child);
    ScheduledFuture<?> ringing =
        children.after(Math.max(0, deadline - System.nanoTime()), alarm::ring);
    Optional<SnippetRun> failed = Optional.empty();
    try {
      work.with(child);
    } catch (IOException e) {
      failed = Optional.of(broken(child, alarm.rang()));
    } finally {
      ringing.cancel(false);
      alarm.off();
    }
    if (failed.isEmpty() && kind == Kind.BUILDER && !alarm.rang()) {
      children.giveBack(child);
    } else {
      children.replace(child);
    }
    return failed;
  }

  /** Ends a child that takes too long, and none that has done its work. */
  private static final class Alarm {
    private final ChildProcess child;
    private boolean off;
    private boolean rang;

    Alarm(ChildProcess child) {
      this.child = child;
    }

    synchronized void ring() {
      if (!off) {
        rang = true;
        child.close();
      }
    }

    synchronized void off() {
      off = true;
    }

    synchronized boolean rang() {
      return rang;
    }
  }

  private SnippetRun broken(ChildProcess child, boolean late) {
    if (late) {
      return SnippetRun.ended(Outcome.LIMIT, "not done within " + limits.time().toMillis() + " ms");
    }
    try {
      child.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return child.outOfMemory()
        ? SnippetRun.ended(Outcome.LIMIT, "over " + limits.heapMegabytes() + " MB of memory")
        : SnippetRun.ended(Outcome.UNAVAILABLE, "the child ended without an answer");
  }

  /** How snippets are confined beyond the check of their byte code; empty before the first. */
  public Optional<List<String>> confinement() {
    return children.confinement().map(Confinement::prefix);
  }

  @Override
  public void close() {
    children.close();
  }
}

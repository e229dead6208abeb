package glassbox.critics.sandbox;

import glassbox.critics.sandbox.SnippetRun.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs snippets, each in a child of its own. Safe for any thread.
 *
 * <p>After a run the next child is started and warms its compiler up, so that the next snippet need
 * not wait for it; one that nobody needs within a minute is ended.
 */
public final class Sandbox implements AutoCloseable {
  private static final int SPARE_SECONDS = 60;
  private static final String STOPPING = "the sandbox is closed";
  private final SandboxLimits limits;
  private final Semaphore places;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("sandbox-clock").factory());
  private @Nullable Path classes;
  private @Nullable Confinement confinement;
  private @Nullable ChildProcess spare;
  private boolean closed;

  public Sandbox(SandboxLimits limits) {
    this.limits = limits;
    this.places = new Semaphore(limits.children(), true);
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
      return SnippetRun.ended(Outcome.UNAVAILABLE, STOPPING);
    }
    try {
      return runPlaced(snippet, List.copyOf(calls), deadline);
    } finally {
      places.release();
    }
  }

  private SnippetRun runPlaced(String snippet, List<String> calls, long deadline) {
    ChildProcess child;
    try {
      child = take();
    } catch (IOException e) {
      return SnippetRun.ended(Outcome.UNAVAILABLE, "no child can be started: " + e.getMessage());
    }
    boolean[] late = new boolean[1];
    long left = Math.max(0, deadline - System.nanoTime());
    ScheduledFuture<?> alarm =
        clock.schedule(
            () -> {
              late[0] = true;
              child.close();
            },
            left,
            TimeUnit.NANOSECONDS);
    try {
      return child.run(snippet, calls);
    } catch (IOException e) {
      return broken(child, late[0]);
    } finally {
      alarm.cancel(false);
      child.close();
      prepare();
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

  private synchronized ChildProcess take() throws IOException {
    if (closed) {
      throw new IOException(STOPPING);
    }
    ChildProcess ready = spare;
    spare = null;
    return ready != null && ready.alive() ? ready : start();
  }

  private synchronized ChildProcess start() throws IOException {
    Path path = classes == null ? ChildClasses.unpack() : classes;
    classes = path;
    Confinement found = confinement == null ? Confinement.find() : confinement;
    confinement = found;
    return ChildProcess.start(path, found, limits);
  }

  /** Starts the next child, unless one waits. */
  private synchronized void prepare() {
    if (closed || spare != null) {
      return;
    }
    try {
      ChildProcess next = start();
      spare = next;
      var unused = clock.schedule(() -> retire(next), SPARE_SECONDS, TimeUnit.SECONDS);
    } catch (IOException e) {
      spare = null;
    }
  }

  private synchronized void retire(ChildProcess child) {
    if (spare == child) {
      spare = null;
      child.close();
    }
  }

  /** How snippets are confined beyond the check of their byte code; empty before the first. */
  public synchronized Optional<List<String>> confinement() {
    return Optional.ofNullable(confinement).map(Confinement::prefix);
  }

  @Override
  public synchronized void close() {
    closed = true;
    clock.shutdownNow();
    if (spare != null) {
      spare.close();
    }
  }
}

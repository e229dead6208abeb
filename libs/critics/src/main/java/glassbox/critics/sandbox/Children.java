package glassbox.critics.sandbox;

import glassbox.critics.sandbox.ChildProcess.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Children that wait for a snippet, so that it need not wait for them. One that nobody needs for
 * long is ended. Safe for any thread.
 */
final class Children implements AutoCloseable {
  /** How long a child waits. */
  private static final int IDLE_SECONDS = 60;

  /** Snippets that one child compiles, so that nothing piles up in it. */
  private static final int MOST_USES = 500;

  private final SandboxLimits limits;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("sandbox-clock").factory());
  private final Map<Kind, Deque<Waiting>> waiting = new EnumMap<>(Kind.class);
  private @Nullable Path classes;
  private @Nullable Confinement confinement;
  private boolean closed;

  private record Waiting(ChildProcess child, ScheduledFuture<?> end) {}

  Children(SandboxLimits limits) {
    this.limits = limits;
    for (Kind kind : Kind.values()) {
      waiting.put(kind, new ArrayDeque<>());
    }
  }

  /** A child that waits, the latest first, or a new one. */
  synchronized ChildProcess take(Kind kind) throws IOException {
    if (closed) {
      throw new IOException("the sandbox is closed");
    }
    Deque<Waiting> some = of(kind);
    while (!some.isEmpty()) {
      Waiting first = some.removeFirst();
      first.end().cancel(false);
      if (first.child().alive()) {
        return first.child();
      }
    }
    return start(kind);
  }

  /** Takes back a child that compiles and may go on. */
  synchronized void giveBack(ChildProcess builder) {
    if (closed || builder.uses() >= MOST_USES) {
      builder.close();
    } else {
      keep(Kind.BUILDER, builder);
    }
  }

  /** Ends a child and starts those that run next; nobody waits for either. */
  synchronized void replace(ChildProcess done) {
    if (closed) {
      done.close();
    } else {
      clock.execute(done::close);
      clock.execute(this::prepare);
    }
  }

  /** Starts children that run, as many as may run at once. */
  private synchronized void prepare() {
    try {
      while (!closed && of(Kind.RUNNER).size() < limits.children()) {
        keep(Kind.RUNNER, start(Kind.RUNNER));
      }
    } catch (IOException e) {
      // Whoever needs one will be told.
      return;
    }
  }

  /** Does something later, such as ending a child that takes too long. */
  ScheduledFuture<?> after(long nanos, Runnable work) {
    return clock.schedule(work, nanos, TimeUnit.NANOSECONDS);
  }

  private Deque<Waiting> of(Kind kind) {
    return waiting.computeIfAbsent(kind, _ -> new ArrayDeque<>());
  }

  private void keep(Kind kind, ChildProcess child) {
    ScheduledFuture<?> end =
        clock.schedule(() -> retire(kind, child), IDLE_SECONDS, TimeUnit.SECONDS);
    of(kind).addFirst(new Waiting(child, end));
  }

  private synchronized void retire(Kind kind, ChildProcess child) {
    if (of(kind).removeIf(one -> one.child() == child)) {
      child.close();
    }
  }

  private ChildProcess start(Kind kind) throws IOException {
    Path path = classes == null ? ChildClasses.unpack() : classes;
    classes = path;
    Confinement found = confinement == null ? Confinement.find() : confinement;
    confinement = found;
    return ChildProcess.start(kind, path, found, limits);
  }

  /** How snippets are confined beyond the check of their byte code; empty before the first. */
  synchronized Optional<Confinement> confinement() {
    return Optional.ofNullable(confinement);
  }

  @Override
  public synchronized void close() {
    closed = true;
    clock.shutdownNow();
    waiting.values().forEach(some -> some.forEach(one -> one.child().close()));
  }
}

package glassbox.audit.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Writes what concurrent callers bring in one transaction: a commit costs a flush of the disk
 * whatever it holds. Whoever gets the lock writes for all who wait.
 *
 * @param <T> what is written
 * @param <R> what the writing says of each
 */
public final class GroupCommit<T, R> {
  private static final long MOST_BYTES = 32L << 20;

  private final int most;
  private final ToLongFunction<T> size;
  private final Function<List<T>, List<R>> write;
  private final Queue<Waiting<T, R>> queue = new ConcurrentLinkedQueue<>();
  private final ReentrantLock writer = new ReentrantLock();

  /**
   * A group is written by one call.
   *
   * @param most in a group
   * @param size in bytes, of which a group has at most 32 MiB unless it is one alone
   * @param write writes a group in one transaction and says of each, in order, what came of it
   */
  public GroupCommit(int most, ToLongFunction<T> size, Function<List<T>, List<R>> write) {
    this.most = most;
    this.size = size;
    this.write = write;
  }

  /** Writes one, durably on return. A failure is that of the whole group. */
  public R write(T one) {
    Waiting<T, R> waiting = new Waiting<>(one);
    queue.add(waiting);
    writer.lock();
    try {
      while (!waiting.done) {
        writeGroup(nextGroup());
      }
    } finally {
      writer.unlock();
    }
    if (waiting.failure != null) {
      throw waiting.failure;
    }
    return Objects.requireNonNull(waiting.result);
  }

  private List<Waiting<T, R>> nextGroup() {
    List<Waiting<T, R>> group = new ArrayList<>();
    long bytes = 0;
    for (Waiting<T, R> next = queue.peek(); next != null; next = queue.peek()) {
      bytes += size.applyAsLong(next.what);
      if (!group.isEmpty() && (bytes > MOST_BYTES || group.size() == most)) {
        break;
      }
      group.add(queue.remove());
    }
    return group;
  }

  private void writeGroup(List<Waiting<T, R>> group) {
    try {
      List<R> results = write.apply(group.stream().map(w -> w.what).toList());
      for (int i = 0; i < group.size(); i++) {
        group.get(i).result = results.get(i);
        group.get(i).done = true;
      }
    } catch (RuntimeException failure) {
      for (Waiting<T, R> waiting : group) {
        waiting.failure = failure;
        waiting.done = true;
      }
    }
  }

  /** One caller's; its fields are guarded by the writer lock. */
  private static final class Waiting<T, R> {
    private final T what;
    private boolean done;
    private @Nullable R result;
    private @Nullable RuntimeException failure;

    private Waiting(T what) {
      this.what = what;
    }
  }
}

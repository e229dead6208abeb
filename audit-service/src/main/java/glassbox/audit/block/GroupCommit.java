package glassbox.audit.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes the blocks of concurrent callers in one transaction: a commit costs a flush of the disk
 * whatever it holds. Whoever gets the lock writes for all who wait.
 */
@Component
class GroupCommit {
  private static final int MOST_BLOCKS = 10_000;
  private static final long MOST_BYTES = 32L << 20;

  private final Blocks blocks;
  private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
  private final ReentrantLock writer = new ReentrantLock();

  GroupCommit(Blocks blocks) {
    this.blocks = blocks;
  }

  /**
   * Stores a block durably.
   *
   * @return whether it was new
   */
  boolean write(IncomingBlock block) {
    Waiting waiting = new Waiting(block);
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
    return waiting.inserted;
  }

  private List<Waiting> nextGroup() {
    List<Waiting> group = new ArrayList<>();
    long bytes = 0;
    for (Waiting next = queue.peek(); next != null; next = queue.peek()) {
      bytes += next.block.size();
      if (!group.isEmpty() && (bytes > MOST_BYTES || group.size() == MOST_BLOCKS)) {
        break;
      }
      group.add(queue.remove());
    }
    return group;
  }

  private void writeGroup(List<Waiting> group) {
    try {
      Set<String> inserted = blocks.insert(group.stream().map(w -> w.block).toList());
      for (Waiting waiting : group) {
        waiting.inserted = inserted.remove(waiting.block.stored().hash());
        waiting.done = true;
      }
    } catch (RuntimeException failure) {
      for (Waiting waiting : group) {
        waiting.failure = failure;
        waiting.done = true;
      }
    }
  }

  /** One caller's block; its fields are guarded by the writer lock. */
  private static final class Waiting {
    private final IncomingBlock block;
    private boolean done;
    private boolean inserted;
    private @Nullable RuntimeException failure;

    private Waiting(IncomingBlock block) {
      this.block = block;
    }
  }
}

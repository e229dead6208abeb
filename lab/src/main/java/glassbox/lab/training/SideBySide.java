package glassbox.lab.training;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Does tasks in their order, some at a time, each on a thread of its own. What fails first is
 * thrown once the others have ended: they are asked to end early, and no further task begins.
 */
final class SideBySide {

  private final int lanes;
  private @Nullable Throwable failure;

  /** A piece of work; one that runs long asks {@link #calledOff()} now and then. */
  interface Task {
    void run() throws IOException;
  }

  /**
   * @param lanes most tasks at a time
   */
  SideBySide(int lanes) {
    this.lanes = lanes;
  }

  /** Whether a task has failed, so that the others shall end. */
  synchronized boolean calledOff() {
    return failure != null;
  }

  /** Does all of them and comes back when the last has ended. */
  void run(List<Task> tasks) throws IOException {
    try (ExecutorService threads = Executors.newFixedThreadPool(lanes)) {
      tasks.forEach(task -> threads.execute(() -> attempt(task)));
    }
    rethrow();
  }

  private void attempt(Task task) {
    if (calledOff()) {
      return;
    }
    try {
      task.run();
    } catch (IOException | RuntimeException | Error e) {
      failed(e);
    }
  }

  private synchronized void failed(Throwable thrown) {
    if (failure == null) {
      failure = thrown;
    } else {
      failure.addSuppressed(thrown);
    }
  }

  private synchronized void rethrow() throws IOException {
    switch (failure) {
      case null -> {}
      case IOException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(failure);
    }
  }
}

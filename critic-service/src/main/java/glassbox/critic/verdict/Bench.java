package glassbox.critic.verdict;

import glassbox.critics.Critic;
import glassbox.critics.CriticIdentity;
import glassbox.critics.Draft;
import glassbox.critics.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs critics side by side on a bounded pool; those that wait for another process on threads of
 * their own, with a longer limit. A critic that is late, finds no place or breaks gives {@link
 * Verdict.Unavailable} with the reason.
 */
final class Bench implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Bench.class);
  private static final int WAITING = 256;
  private final Duration limit;
  private final Duration patience;
  private final ThreadPoolExecutor pool;
  private final ExecutorService waiting;

  /**
   * A bench.
   *
   * @param limit most time from submission to verdict
   * @param patience the same for critics that wait for another process
   * @param parallelism critics that compute at once
   */
  Bench(Duration limit, Duration patience, int parallelism) {
    this.limit = limit;
    this.patience = patience;
    ThreadFactory threads = Thread.ofPlatform().daemon().name("critic-", 0).factory();
    this.pool =
        new ThreadPoolExecutor(
            parallelism,
            parallelism,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            threads);
    this.waiting = Executors.newVirtualThreadPerTaskExecutor();
  }

  /** Who judged, and what. */
  record Judged(CriticIdentity identity, Verdict verdict) {}

  /** The verdicts of critics, in their order. */
  List<Judged> judge(List<Critic> critics, Draft draft) {
    List<Submitted> running = new ArrayList<>();
    for (Critic critic : critics) {
      running.add(submit(critic, draft));
    }
    long start = System.nanoTime();
    return running.stream().map(task -> task.await(start)).toList();
  }

  private Submitted submit(Critic critic, Draft draft) {
    ExecutorService executor = critic.waits() ? waiting : pool;
    Duration own = critic.waits() ? patience : limit;
    try {
      return new Running(critic, executor.submit(() -> critic.judge(draft)), own);
    } catch (RejectedExecutionException full) {
      return new Refused(critic);
    }
  }

  private sealed interface Submitted {
    Judged await(long start);
  }

  private record Refused(Critic critic) implements Submitted {
    @Override
    public Judged await(long start) {
      return new Judged(
          critic.identity(), new Verdict.Unavailable("too many answers are being judged"));
    }
  }

  private record Running(Critic critic, Future<Verdict> task, Duration limit) implements Submitted {
    @Override
    public Judged await(long start) {
      long left = start + limit.toNanos() - System.nanoTime();
      return new Judged(critic.identity(), verdict(Math.max(0, left)));
    }

    private Verdict verdict(long nanos) {
      try {
        return task.get(nanos, TimeUnit.NANOSECONDS);
      } catch (TimeoutException late) {
        task.cancel(true);
        return new Verdict.Unavailable("not done within " + limit.toMillis() + " ms");
      } catch (ExecutionException broken) {
        LOG.error("critic {} failed", critic.identity().name(), broken.getCause());
        return new Verdict.Unavailable("the critic failed");
      } catch (InterruptedException interrupted) {
        task.cancel(true);
        Thread.currentThread().interrupt();
        return new Verdict.Unavailable("the service is stopping");
      }
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
    waiting.shutdownNow();
  }
}

package glassbox.critic.verdict;

import glassbox.critics.Critic;
import glassbox.critics.Draft;
import glassbox.critics.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs critics side by side on a bounded pool. A critic that is late, finds no place or breaks
 * gives {@link Verdict.Unavailable} with the reason.
 */
final class Bench implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Bench.class);
  private static final int WAITING = 256;
  private final List<Critic> critics;
  private final Duration limit;
  private final ThreadPoolExecutor pool;

  /**
   * A bench for these critics.
   *
   * @param limit most time from submission to verdict
   * @param parallelism critics that run at once
   */
  Bench(List<Critic> critics, Duration limit, int parallelism) {
    this.critics = List.copyOf(critics);
    this.limit = limit;
    ThreadFactory threads = Thread.ofPlatform().daemon().name("critic-", 0).factory();
    this.pool =
        new ThreadPoolExecutor(
            parallelism,
            parallelism,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            threads);
  }

  /** A critic with its verdict. */
  record Judged(Critic critic, Verdict verdict) {}

  List<Critic> critics() {
    return critics;
  }

  /** The verdicts of all critics, in their order. */
  List<Judged> judge(Draft draft) {
    List<Submitted> running = new ArrayList<>();
    for (Critic critic : critics) {
      running.add(submit(critic, draft));
    }
    long deadline = System.nanoTime() + limit.toNanos();
    return running.stream().map(task -> task.await(deadline, limit)).toList();
  }

  private Submitted submit(Critic critic, Draft draft) {
    try {
      return new Running(critic, pool.submit(() -> critic.judge(draft)));
    } catch (RejectedExecutionException full) {
      return new Refused(critic);
    }
  }

  private sealed interface Submitted {
    Judged await(long deadline, Duration limit);
  }

  private record Refused(Critic critic) implements Submitted {
    @Override
    public Judged await(long deadline, Duration limit) {
      return new Judged(critic, new Verdict.Unavailable("too many answers are being judged"));
    }
  }

  private record Running(Critic critic, Future<Verdict> task) implements Submitted {
    @Override
    public Judged await(long deadline, Duration limit) {
      return new Judged(critic, verdict(Math.max(0, deadline - System.nanoTime()), limit));
    }

    private Verdict verdict(long nanos, Duration limit) {
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
  }
}

package glassbox.engine.training;

import ai.djl.ndarray.NDManager;
import glassbox.engine.gradient.GradientTape;
import glassbox.engine.gradient.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The batches of one step: each adds its share to the gradients, on a thread of its own. */
final class Lots implements AutoCloseable {

  private final NDManager manager;
  private final StepLoss loss;
  private final int lots;
  private final ExecutorService threads;

  Lots(NDManager manager, StepLoss loss, int lots) {
    this.manager = manager;
    this.loss = loss;
    this.lots = lots;
    this.threads =
        Executors.newFixedThreadPool(lots, Thread.ofPlatform().daemon().name("lot-", 0).factory());
  }

  /**
   * What a step read.
   *
   * @param task mean loss of its lots, in nats a predicted token
   * @param tokens real inputs
   */
  record Read(double task, long tokens) {}

  /** Adds the gradient of the mean loss over the step's lots to the weights'. */
  Read backward(BatchSource source, long step, double progress) {
    if (lots == 1) {
      return lot(source.batch(step), step, progress);
    }
    var running = new ArrayList<Future<Read>>();
    for (long at = step * lots; at < (step + 1) * lots; at++) {
      List<Example> examples = source.batch(at);
      long seed = at;
      running.add(threads.submit(() -> lot(examples, seed, progress)));
    }
    List<Read> read = running.stream().map(Lots::finished).toList();
    return new Read(
        read.stream().mapToDouble(Read::task).average().orElseThrow(),
        read.stream().mapToLong(Read::tokens).sum());
  }

  private Read lot(List<Example> examples, long seed, double progress) {
    try (NDManager work = manager.newSubManager()) {
      Batch batch = loss.batch(work, examples, progress, seed);
      try (GradientTape tape = new GradientTape()) {
        StepLoss.Value value = loss.of(work, batch, progress);
        tape.backward(lots == 1 ? value.total() : Views.scaled(value.total(), 1.0 / lots));
        return new Read(value.task().getFloat(), batch.tokens());
      }
    }
  }

  /** Every lot is waited for, so that none adds to gradients that nobody expects any more. */
  private static Read finished(Future<Read> lot) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return lot.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException reason
          ? reason
          : new IllegalStateException(e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    threads.close();
  }
}

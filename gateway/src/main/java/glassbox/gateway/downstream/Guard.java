package glassbox.gateway.downstream;

import glassbox.gateway.downstream.DownstreamUnavailable.Reason;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.springframework.web.client.RestClientException;

/**
 * What stands between the gateway and one service, from the outside in: retry, bulkhead, circuit
 * breaker, time limit. Throws nothing but {@link DownstreamUnavailable} and {@link
 * DownstreamRefused}.
 */
final class Guard {
  private final Service service;
  private final Shields shields;
  private final ExecutorService executor;
  private final Failures failures;

  /**
   * The shields of one service.
   *
   * @param idempotent retries calls that change nothing when made twice
   * @param careful retries only calls that never got an answer
   */
  record Shields(
      CircuitBreaker breaker,
      Bulkhead bulkhead,
      TimeLimiter timeLimit,
      Retry idempotent,
      Retry careful) {}

  Guard(Service service, Shields shields, ExecutorService executor, Failures failures) {
    this.service = service;
    this.shields = shields;
    this.executor = executor;
    this.failures = failures;
  }

  /** Calls once, and again only if the first call never reached the service. */
  <T> T call(Supplier<T> call) {
    return shields.careful().executeSupplier(() -> shielded(call));
  }

  /** Calls, and again if that failed in a way that another try may mend. */
  <T> T callIdempotent(Supplier<T> call) {
    return shields.idempotent().executeSupplier(() -> shielded(call));
  }

  private <T> T shielded(Supplier<T> call) {
    try {
      return shields
          .bulkhead()
          .executeSupplier(() -> shields.breaker().executeSupplier(() -> timed(call)));
    } catch (BulkheadFullException e) {
      throw new DownstreamUnavailable(service, Reason.BUSY, e);
    } catch (CallNotPermittedException e) {
      throw new DownstreamUnavailable(service, Reason.CIRCUIT_OPEN, e);
    }
  }

  private <T> T timed(Supplier<T> call) {
    try {
      return shields.timeLimit().executeFutureSupplier(() -> submit(call));
    } catch (RestClientException e) {
      throw failures.of(service, e);
    } catch (TimeoutException e) {
      throw new DownstreamUnavailable(service, Reason.TIMEOUT, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DownstreamUnavailable(service, Reason.UNREACHABLE, e);
    } catch (DownstreamUnavailable e) {
      throw e;
    } catch (Exception e) {
      throw new DownstreamUnavailable(service, Reason.UNREADABLE, e);
    }
  }

  private <T> Future<T> submit(Supplier<T> call) {
    return executor.submit(call::get);
  }
}

package glassbox.gateway.downstream;

import glassbox.gateway.downstream.DownstreamProperties.Endpoint;
import glassbox.gateway.downstream.DownstreamUnavailable.Reason;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes the shields of each service, in registries that the metrics read. */
@Component
final class Guards {
  private static final int WINDOW = 10;
  private static final int ENOUGH_CALLS = 5;
  private static final int PROBES = 2;
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);
  private static final Set<Reason> MENDABLE = EnumSet.of(Reason.UNREACHABLE, Reason.ERROR);

  private final CircuitBreakerRegistry breakers;
  private final BulkheadRegistry bulkheads;
  private final TimeLimiterRegistry timeLimits;
  private final RetryRegistry retries;

  Guards(
      CircuitBreakerRegistry breakers,
      BulkheadRegistry bulkheads,
      TimeLimiterRegistry timeLimits,
      RetryRegistry retries) {
    this.breakers = breakers;
    this.bulkheads = bulkheads;
    this.timeLimits = timeLimits;
    this.retries = retries;
  }

  Guard.Shields shields(Service service, Endpoint endpoint) {
    String name = service.label();
    return new Guard.Shields(
        breaker(name, endpoint),
        bulkhead(name, endpoint),
        timeLimit(name, endpoint),
        retry(name, MENDABLE),
        retry(name + "-careful", EnumSet.of(Reason.UNREACHABLE)));
  }

  private CircuitBreaker breaker(String name, Endpoint endpoint) {
    return breakers.circuitBreaker(
        name,
        CircuitBreakerConfig.custom()
            .slidingWindowSize(WINDOW)
            .minimumNumberOfCalls(ENOUGH_CALLS)
            .permittedNumberOfCallsInHalfOpenState(PROBES)
            .waitDurationInOpenState(endpoint.breakerWait())
            .recordException(Guards::isTheirFault)
            .build());
  }

  private static boolean isTheirFault(Throwable failure) {
    return failure instanceof DownstreamUnavailable unavailable
        && unavailable.countsAgainstService();
  }

  private Bulkhead bulkhead(String name, Endpoint endpoint) {
    return bulkheads.bulkhead(
        name,
        BulkheadConfig.custom()
            .maxConcurrentCalls(endpoint.maxConcurrent())
            .maxWaitDuration(Duration.ZERO)
            .build());
  }

  private TimeLimiter timeLimit(String name, Endpoint endpoint) {
    return timeLimits.timeLimiter(
        name,
        TimeLimiterConfig.custom()
            .timeoutDuration(endpoint.timeout())
            .cancelRunningFuture(true)
            .build());
  }

  private Retry retry(String name, Set<Reason> reasons) {
    return retries.retry(
        name,
        RetryConfig.custom()
            .maxAttempts(2)
            .waitDuration(BETWEEN_TRIES)
            .retryOnException(
                failure ->
                    failure instanceof DownstreamUnavailable unavailable
                        && reasons.contains(unavailable.reason()))
            .build());
  }
}

package glassbox.gateway.downstream;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A service gave no usable answer. Retrying later may help. */
public final class DownstreamUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Why there is no answer. */
  public enum Reason {
    /** No connection, or it broke before an answer came. */
    UNREACHABLE("unreachable"),
    /** No complete answer within the time limit. */
    TIMEOUT("timeout"),
    /** It answered with a server error. */
    ERROR("error"),
    /** Its answer cannot be understood. */
    UNREADABLE("unreadable-answer"),
    /** It failed too often lately and is left alone for a moment. */
    CIRCUIT_OPEN("circuit-open"),
    /** Too many calls to it are in flight, here or there. */
    BUSY("busy"),
    /** It works, but could not make its part of the record durable. */
    NOT_DURABLE("record-not-durable");

    private final String label;

    Reason(String label) {
      this.label = label;
    }

    /** Returns the name used in answers. */
    public String label() {
      return label;
    }
  }

  private final Service service;
  private final Reason reason;
  private final Duration retryAfter;

  /** A service that cannot be asked, and why. */
  public DownstreamUnavailable(Service service, Reason reason, @Nullable Throwable cause) {
    this(service, reason, Duration.ofSeconds(2), cause);
  }

  DownstreamUnavailable(
      Service service, Reason reason, Duration retryAfter, @Nullable Throwable cause) {
    super(service.label() + " is unavailable: " + reason.label(), cause);
    this.service = service;
    this.reason = reason;
    this.retryAfter = retryAfter;
  }

  /** Returns the service. */
  public Service service() {
    return service;
  }

  /** Returns why there is no answer. */
  public Reason reason() {
    return reason;
  }

  /** Returns after how long a retry makes sense. */
  public Duration retryAfter() {
    return retryAfter;
  }

  /** Whether the service itself is at fault, as the circuit breaker counts it. */
  boolean countsAgainstService() {
    return reason != Reason.BUSY && reason != Reason.NOT_DURABLE;
  }
}

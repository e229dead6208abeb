package glassbox.gateway.limits;

import java.time.Duration;

/** The tenant asks for more than its allowance; it may come back after {@link #retryAfter()}. */
public final class LimitExceeded extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Which allowance is used up. */
  public enum Kind {
    /** Tokens times samples a minute. */
    TOKENS,
    /** Requests at a time. */
    CONCURRENCY
  }

  private final Kind kind;
  private final Duration retryAfter;

  LimitExceeded(Kind kind, Duration retryAfter) {
    super("over the allowance of " + kind);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  /** Returns which allowance is used up. */
  public Kind kind() {
    return kind;
  }

  /** Returns how long to wait; at least one second. */
  public Duration retryAfter() {
    return retryAfter;
  }
}

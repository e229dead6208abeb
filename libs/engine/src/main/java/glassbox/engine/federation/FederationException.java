package glassbox.engine.federation;

/** Why a federation did not take or finish a pass. Messages hold no text of the prompt. */
public abstract sealed class FederationException extends RuntimeException {
  FederationException(String message) {
    super(message);
  }

  /** No place became free within the wait limit. */
  public static final class Busy extends FederationException {
    Busy(String message) {
      super(message);
    }
  }

  /** The federation is shutting down and takes no new pass. */
  public static final class Draining extends FederationException {
    Draining() {
      super("shutting down: no new passes");
    }
  }

  /** The listener abandoned the pass, or its thread was interrupted. Nothing was recorded. */
  public static final class Abandoned extends FederationException {
    Abandoned() {
      super("the pass was abandoned before its end");
    }
  }

  /** The prompt does not fit even without its context. */
  public static final class PromptTooLong extends FederationException {
    private final int tokens;
    private final int limit;

    PromptTooLong(int tokens, int limit) {
      super(
          "the prompt takes %d tokens without its context; the window leaves %d"
              .formatted(tokens, limit));
      this.tokens = tokens;
      this.limit = limit;
    }

    /** Length of the prompt without its context. */
    public int tokens() {
      return tokens;
    }

    /** Most tokens that it may have. */
    public int limit() {
      return limit;
    }
  }

  /** A request names a specialist that the federation lacks, or weights that do not fit it. */
  public static final class Unfit extends FederationException {
    Unfit(String message) {
      super(message);
    }
  }
}

package glassbox.engine.federation;

/** Follows a pass token by token. Called on the thread that generates, in order of position. */
@FunctionalInterface
public interface TokenListener {

  /** Follows nothing and never stops the pass. */
  TokenListener SILENT = step -> true;

  /**
   * A token whose text is settled: it cannot become part of a stop string any more.
   *
   * @return false to abandon the pass, for example when the client is gone
   */
  boolean onToken(TokenStep step);
}

package glassbox.esi.decoding;

/** Follows a pass while it is decoded. */
public interface Watch {

  /** A token was written. Called in order, forced tokens too. */
  void token(Token token);

  /**
   * Whether nobody wants the rest: asked at every token, from any thread. A decoder that finds it
   * true gives up at once with {@link StoppedException}.
   */
  boolean stopped();
}

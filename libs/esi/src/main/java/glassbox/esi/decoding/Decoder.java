package glassbox.esi.decoding;

/** Decodes passes over the answer to one question. */
public interface Decoder {

  /**
   * Does a pass.
   *
   * @throws StoppedException when the watch stopped it
   * @throws DecoderException when it cannot be done
   */
  Decoded decode(Pass pass, Watch watch);

  /**
   * Tokens of a text with special tokens off.
   *
   * @throws DecoderException when it cannot be told
   */
  int count(String text);

  /** Tokens of the prompt's side, all its segments. */
  int promptTokens();

  /** Size of the model's window in tokens. */
  int window();
}

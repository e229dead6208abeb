package glassbox.esi.decoding;

import java.util.OptionalInt;
import java.util.function.IntSupplier;

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

  /** As {@link #count}, told when it is asked for; passes may be done before. */
  IntSupplier counting(String text);

  /**
   * Tokens of the prompt's side, all its segments; empty before anything was counted or decoded.
   */
  OptionalInt promptTokens();

  /** Size of the model's window in tokens. */
  int window();
}

package glassbox.esi.decoding;

import org.jspecify.annotations.Nullable;

/** A decoder that cannot do a pass; the message says why, without any text of the run. */
public final class DecoderException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** A failure with its reason. */
  public DecoderException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

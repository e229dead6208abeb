package glassbox.contracts.generation;

import org.jspecify.annotations.Nullable;

/**
 * A piece that the server writes into an answer: one of the two.
 *
 * @param marker a special token by its spelling
 * @param text plain text; special-token strings in it stay text
 */
public record ForcedPiece(@Nullable String marker, @Nullable String text) {

  /** A special token. */
  public static ForcedPiece marker(String token) {
    return new ForcedPiece(token, null);
  }

  /** Plain text. */
  public static ForcedPiece text(String text) {
    return new ForcedPiece(null, text);
  }
}

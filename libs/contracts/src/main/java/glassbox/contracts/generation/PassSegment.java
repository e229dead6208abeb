package glassbox.contracts.generation;

import java.util.List;

/**
 * A stretch of a pass: what the server gives, then what is drawn until a stop marker, the model's
 * end token, or the limit. A stop marker or end token that was drawn is dropped, not written.
 *
 * @param forced in order; recorded as forced tokens
 * @param stopMarkers special tokens, by their spelling, that end the stretch
 * @param maxNewTokens most tokens to draw; 0 draws none
 */
public record PassSegment(List<ForcedPiece> forced, List<String> stopMarkers, int maxNewTokens) {

  public PassSegment {
    forced = List.copyOf(forced);
    stopMarkers = List.copyOf(stopMarkers);
  }
}

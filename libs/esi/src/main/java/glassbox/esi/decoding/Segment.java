package glassbox.esi.decoding;

import java.util.List;
import java.util.Set;

/**
 * Some tokens that are forced, then others that are drawn until one of the stops, the end token, or
 * the limit.
 *
 * @param forced in order; may be empty
 * @param stops strings of special tokens; the one that was drawn is dropped, not written
 * @param maxTokens most tokens to draw; 0 draws none
 */
public record Segment(List<Forced> forced, Set<String> stops, int maxTokens) {
  public Segment {
    forced = List.copyOf(forced);
    stops = Set.copyOf(stops);
    if (maxTokens < 0) {
      throw new IllegalArgumentException("maxTokens must not be negative");
    }
  }
}

package glassbox.esi.decoding;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a pass wrote.
 *
 * @param segments one a segment of the pass, in order
 * @param took time of decoding alone
 * @param block hash of the sealed block; empty where nothing is sealed
 */
public record Decoded(List<Written> segments, Duration took, Optional<String> block) {
  public Decoded {
    segments = List.copyOf(segments);
  }
}

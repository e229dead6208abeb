package glassbox.engine.federation;

import java.util.List;
import java.util.Set;

/**
 * How a pass takes up an answer that earlier passes began.
 *
 * @param prefix the answer's tokens so far: read like a prompt, not recorded again
 * @param segments what the pass writes, one after another; empty where the pass is the answer
 * @param room tokens of the window kept free for the whole answer
 */
public record Resumption(List<Integer> prefix, List<Segment> segments, int room) {

  /** The pass begins its answer and ends it. */
  public static final Resumption NONE = new Resumption(List.of(), List.of(), 0);

  public Resumption {
    prefix = List.copyOf(prefix);
    segments = List.copyOf(segments);
    if (room < 0 || (room == 0) != segments.isEmpty()) {
      throw new IllegalArgumentException("segments need room, and only they do: " + room);
    }
  }

  /**
   * A stretch of a pass.
   *
   * @param forced tokens that are given
   * @param stopIds tokens that end the stretch once they are drawn; they are dropped
   * @param maxNewTokens most tokens to draw
   */
  public record Segment(List<Integer> forced, Set<Integer> stopIds, int maxNewTokens) {
    public Segment {
      forced = List.copyOf(forced);
      stopIds = Set.copyOf(stopIds);
      if (maxNewTokens < 0) {
        throw new IllegalArgumentException("maxNewTokens must not be negative: " + maxNewTokens);
      }
    }
  }

  /** Whether other passes of the run may follow or came before. */
  boolean resumable() {
    return !segments.isEmpty();
  }
}

package glassbox.engine.federation;

import java.util.List;
import java.util.Set;

/**
 * How a pass takes up an answer that earlier passes began.
 *
 * @param prefix the answer's tokens so far: read like a prompt, not recorded again
 * @param stopIds tokens that end the pass once they are drawn
 * @param room tokens of the window kept free for the whole answer; 0 where the pass is the answer
 */
public record Resumption(List<Integer> prefix, Set<Integer> stopIds, int room) {

  /** The pass begins its answer and ends it. */
  public static final Resumption NONE = new Resumption(List.of(), Set.of(), 0);

  public Resumption {
    prefix = List.copyOf(prefix);
    stopIds = Set.copyOf(stopIds);
    if (room < 0) {
      throw new IllegalArgumentException("room must not be negative: " + room);
    }
  }

  /** Whether other passes of the run may follow or came before. */
  boolean resumable() {
    return room > 0;
  }
}

package glassbox.contracts.generation;

import java.util.List;

/**
 * How a pass takes up the answer that earlier passes of its run began.
 *
 * @param prefix the answer's token ids so far, markers included; read, and not recorded again
 * @param segments what the pass writes, one after another, whatever ended the one before; at least
 *     one. A segment after the first begins with a marker or forces nothing
 * @param room tokens of the window that are kept free for the whole answer, at least 1; the same in
 *     every pass of a run, so that the context is cut alike
 */
public record Continuation(List<Integer> prefix, List<PassSegment> segments, int room) {

  public Continuation {
    prefix = List.copyOf(prefix);
    segments = List.copyOf(segments);
  }
}

package glassbox.contracts.generation;

import java.util.List;

/**
 * How a pass takes up the answer that earlier passes of its run began.
 *
 * @param prefix the answer's token ids so far, markers included; read, and not recorded again
 * @param forced what this pass gives before it draws, in order; recorded as forced tokens
 * @param stopMarkers special tokens that end the pass once drawn; the drawn one is recorded last
 *     and adds no text
 * @param room tokens of the window that are kept free for the whole answer, at least 1; the same in
 *     every pass of a run, so that the context is cut alike
 */
public record Continuation(
    List<Integer> prefix, List<ForcedPiece> forced, List<String> stopMarkers, int room) {

  public Continuation {
    prefix = List.copyOf(prefix);
    forced = List.copyOf(forced);
    stopMarkers = List.copyOf(stopMarkers);
  }
}

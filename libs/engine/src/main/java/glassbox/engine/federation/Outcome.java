package glassbox.engine.federation;

import glassbox.engine.mixture.StateSketch;
import glassbox.ledger.block.Combination;
import glassbox.ledger.block.TokenBlock;
import java.util.List;

/**
 * A finished pass.
 *
 * @param block the record; its content is not salted yet
 * @param text the answer without end token and stop string
 * @param finish why it ended
 * @param promptTokens length of the prompt as it was read
 * @param contextTruncated whether the end of the context was dropped to fit the window
 * @param tokens one a token, in order
 * @param sketches {@link StateSketch} of the states that gave each token, in order
 * @param parts one a segment of a pass of several; empty for a pass that is the answer
 * @param next the combination that a pass which goes on from here takes up
 */
public record Outcome(
    TokenBlock block,
    String text,
    Finish finish,
    int promptTokens,
    boolean contextTruncated,
    List<TokenStep> tokens,
    List<float[]> sketches,
    List<Part> parts,
    Combination next) {

  public Outcome {
    tokens = List.copyOf(tokens);
    sketches = List.copyOf(sketches);
    parts = List.copyOf(parts);
  }

  /** Why a pass ended. */
  public enum Finish {
    /** An end token or a stop string. */
    STOP,
    /** A token that its last segment was told to stop at. */
    MARKER,
    /** The limit on new tokens, or the end of the window. */
    LENGTH,
    /** A given answer was scored to its end. */
    SCORED
  }
}

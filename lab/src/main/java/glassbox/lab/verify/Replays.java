package glassbox.lab.verify;

import glassbox.ledger.block.TokenBlock;
import java.util.List;

/** Models that compute a block's log-probabilities again: the port under the check of the same. */
public interface Replays {
  /**
   * Runs the block's specialists over its tokens.
   *
   * @throws ModelsUnfit if these models are not those of the block, or cannot run it
   */
  Replayed replay(TokenBlock block);

  /**
   * What came out.
   *
   * @param bitEqual whether every number has the recorded bits
   * @param maxDifference largest difference, nats
   * @param mismatched positions that differ by 1e-4 nats or more
   */
  record Replayed(boolean bitEqual, double maxDifference, List<Integer> mismatched) {
    public Replayed {
      mismatched = List.copyOf(mismatched);
    }
  }

  /** The models at hand cannot judge the block; the message says why. */
  final class ModelsUnfit extends RuntimeException {
    /** With a sentence for the report. */
    public ModelsUnfit(String message) {
      super(message);
    }
  }
}

package glassbox.engine.federation;

import glassbox.engine.forward.LayerTrace;
import glassbox.engine.mixture.Joint;
import glassbox.ledger.block.TokenEntry;
import java.util.List;

/**
 * One token of an answer with everything that was measured at it.
 *
 * @param position in the answer, from 0
 * @param text what the token adds to the answer's text: empty for an end token, for bytes of a
 *     character that later tokens complete, and for what a stop string cut off. The texts of all
 *     tokens joined are the answer
 * @param tokenId in the shared vocabulary
 * @param entry what the block records of it
 * @param logWeights in force at this token, one a member; -Infinity for a member that took no part
 * @param shares of the mass given to this token, one a member; they sum to 1
 * @param residual joint minus the joint recomputed from the entry by the combination's formula,
 *     nats
 * @param normalizedEntropy entropy after temperature and nucleus over the log of the nucleus size
 * @param disagreement of the specialists, nats: see {@link Joint#disagreement}
 * @param top the joint's most probable tokens, as many as asked for
 * @param traces per member in order; empty unless asked for
 */
@SuppressWarnings("ArrayRecordComponent") // small arrays, made for this step alone
public record TokenStep(
    int position,
    String text,
    int tokenId,
    TokenEntry entry,
    double[] logWeights,
    double[] shares,
    double residual,
    double normalizedEntropy,
    double disagreement,
    List<Joint.Candidate> top,
    List<LayerTrace> traces) {

  public TokenStep {
    top = List.copyOf(top);
    traces = List.copyOf(traces);
  }

  TokenStep withText(String other) {
    return new TokenStep(
        position,
        other,
        tokenId,
        entry,
        logWeights,
        shares,
        residual,
        normalizedEntropy,
        disagreement,
        top,
        traces);
  }
}

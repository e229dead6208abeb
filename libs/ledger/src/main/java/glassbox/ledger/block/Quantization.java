package glassbox.ledger.block;

import java.util.ArrayList;
import java.util.List;

/**
 * The grids on which a block stores its numbers. A stored number is {@code step * 2^-scale} with an
 * integer step, so rounding errs by at most half a step: joint 2.9e-11 nats, sampled 1.3e-4 nats,
 * entropy 4.9e-4 nats. Log-probabilities of specialists are stored exactly.
 */
final class Quantization {
  static final int JOINT_SCALE = 34;
  static final int SAMPLED_SCALE = 12;
  static final int ENTROPY_SCALE = 10;
  private static final int DELTA_LEVELS = 255;

  private Quantization() {}

  /** Steps of a magnitude; negative magnitudes (rounding beyond certainty) count as 0. */
  static long steps(double magnitude, int scale) {
    double scaled = Math.scalb(magnitude, scale);
    if (scaled >= 0x1p62) {
      throw new IllegalArgumentException("number too large for the block format: " + magnitude);
    }
    return scaled <= 0 ? 0 : Math.round(scaled);
  }

  static double magnitude(long steps, int scale) {
    return Math.scalb((double) steps, -scale);
  }

  static double logProb(long steps, int scale) {
    return steps == 0 ? 0.0 : -magnitude(steps, scale);
  }

  /** The lowest of the 256 levels that is not below a delta in [0, 1]. */
  static int deltaLevel(double delta) {
    int level = (int) Math.ceil(DELTA_LEVELS * Math.sqrt(delta));
    while (level > 0 && delta(level - 1) >= delta) {
      level--;
    }
    while (delta(level) < delta) {
      level++;
    }
    return level;
  }

  static double delta(int level) {
    double root = level / (double) DELTA_LEVELS;
    return root * root;
  }

  static TokenBlock stored(TokenBlock block) {
    boolean drawnFromJoint = sampledIsJoint(block.tokens());
    List<TokenEntry> tokens = new ArrayList<>(block.tokens().size());
    for (TokenEntry token : block.tokens()) {
      tokens.add(stored(token, drawnFromJoint));
    }
    BlockContent content =
        block.content() instanceof BlockContent.Kept kept ? kept.stored() : block.content();
    return new TokenBlock(
        block.runId(),
        block.pass(),
        block.specialists(),
        block.combination(),
        block.sampler(),
        block.execution(),
        content,
        tokens,
        block.supplement().stored());
  }

  static boolean sampledIsJoint(List<TokenEntry> tokens) {
    return tokens.stream().allMatch(t -> t.sampled() == t.joint());
  }

  private static TokenEntry stored(TokenEntry token, boolean drawnFromJoint) {
    double joint = logProb(steps(-token.joint(), JOINT_SCALE), JOINT_SCALE);
    double sampled =
        drawnFromJoint ? joint : logProb(steps(-token.sampled(), SAMPLED_SCALE), SAMPLED_SCALE);
    return token.rounded(
        joint, sampled, magnitude(steps(token.entropy(), ENTROPY_SCALE), ENTROPY_SCALE));
  }
}

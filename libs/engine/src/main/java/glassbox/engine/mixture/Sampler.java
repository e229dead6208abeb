package glassbox.engine.mixture;

import glassbox.ledger.block.SamplerSettings;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Draws tokens from joints. One sampler per pass; not thread-safe.
 *
 * <p>The generator is the JDK's L64X128MixRandom seeded with the settings' seed; each drawn token
 * takes one {@code nextDouble}. Greedy decoding and forced tokens take none. Where nothing changes
 * the joint (greedy, or temperature 1 with topP 1) the log-probability used is the raw one.
 */
public final class Sampler {
  /** The generator's name in the JDK; part of what a recorded seed means. */
  public static final String GENERATOR = "L64X128MixRandom";

  private final SamplerSettings settings;
  private final RandomGenerator random;

  /** A sampler before its first draw. */
  public Sampler(SamplerSettings settings) {
    this.settings = settings;
    this.random = RandomGeneratorFactory.of(GENERATOR).create(settings.seed());
  }

  /** Draws one token, or takes the most probable one under greedy decoding. */
  public Draw draw(Joint joint) {
    if (!settings.sampled()) {
      int best = joint.argmax();
      return new Draw(best, joint.logProb(best), ofWholeVocabulary(joint));
    }
    Processed processed = Processed.of(joint, settings.temperature(), settings.topP());
    int index = processed.indexAt(random.nextDouble());
    int tokenId = processed.tokenIds()[index];
    boolean unchanged = settings.temperature() == 1 && settings.topP() == 1;
    return new Draw(
        tokenId,
        unchanged ? joint.logProb(tokenId) : Math.log(processed.probabilities()[index]),
        processed.normalizedEntropy());
  }

  /**
   * Accounts for a token that was given, not drawn: its raw joint log-probability, and the
   * normalised entropy that a draw would have had.
   */
  public Draw forced(Joint joint, int tokenId) {
    double normalizedEntropy =
        settings.sampled()
            ? Processed.of(joint, settings.temperature(), settings.topP()).normalizedEntropy()
            : ofWholeVocabulary(joint);
    return new Draw(tokenId, joint.logProb(tokenId), normalizedEntropy);
  }

  private static double ofWholeVocabulary(Joint joint) {
    int size = joint.vocabularySize();
    return size < 2 ? 0 : Math.clamp(joint.entropy() / Math.log(size), 0, 1);
  }
}

package glassbox.engine.federation;

import glassbox.engine.checkpoint.LegibleWeights;
import glassbox.engine.reference.TinyBottlenecks;
import glassbox.ledger.block.BlockContent;
import glassbox.ledger.block.Combination;
import glassbox.ledger.block.SamplerSettings;
import glassbox.ledger.block.TokenBlock;
import java.util.List;
import java.util.UUID;

/** What the tests of certificates certify: answers of tiny federations with bottlenecks. */
final class Certifying {
  /** Logarithms of the weights .2, .5 and .3. */
  static final List<Double> LOGS = List.of(Math.log(.2), Math.log(.5), Math.log(.3));

  static final LegibleWeights BASE = TinyBottlenecks.random(40, 6, 3);
  static final LegibleWeights OTHER = TinyBottlenecks.random(28, 4, 5);

  private Certifying() {}

  /** All three specialists of a tiny federation. */
  static Federation federation(TinyFederation tiny, Combination combination) {
    return tiny.federation(combination, tiny.general(), tiny.domain(), tiny.user());
  }

  static Plan plan(int tokens) {
    return Plan.greedy(new UUID(1, 2), PromptText.of("what is it?"), tokens)
        .sampling(new SamplerSettings(1.3, 1, true, 4));
  }

  /** A drawn answer of 24 tokens. */
  static TokenBlock block(Federation federation) {
    return federation.generate(plan(24), TokenListener.SILENT).block();
  }

  static Certificate certificate(Federation federation, TokenBlock block) {
    return ((Certification.Certified) federation.certify(block)).certificate();
  }

  static BlockContent.Kept content(TokenBlock block) {
    return (BlockContent.Kept) block.content();
  }
}

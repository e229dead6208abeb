package glassbox.engine.federation;

import glassbox.ledger.block.BlockContent;
import glassbox.ledger.block.SamplerSettings;
import java.util.List;
import java.util.UUID;

/** Passes over short prompts, and what was answered. */
final class ShortPasses {
  static final UUID RUN = new UUID(0x0192_0000_0000_7000L, 0x8000_0000_0000_0001L);

  private ShortPasses() {}

  /** Greedy. */
  static Plan plan(String prompt, int tokens) {
    return Plan.greedy(RUN, PromptText.of(prompt), tokens);
  }

  static Plan sampled(long seed) {
    return plan("what is 2+2?", 24).sampling(new SamplerSettings(1.1, .95, true, seed));
  }

  /** The token ids of the answer. */
  static List<Integer> ids(Outcome outcome) {
    return ((BlockContent.Kept) outcome.block().content()).tokenIds();
  }
}

package glassbox.lab.reconcile;

import glassbox.engine.federation.Federation;
import glassbox.engine.federation.Outcome;
import glassbox.engine.federation.Plan;
import glassbox.engine.federation.PromptText;
import glassbox.engine.federation.ReplayResult;
import glassbox.engine.federation.ReplayShape;
import glassbox.engine.federation.TokenListener;
import glassbox.ledger.attribution.Reconciliation;
import glassbox.ledger.block.BlockCodec;
import glassbox.ledger.block.Combination;
import glassbox.ledger.block.SamplerSettings;
import glassbox.ledger.block.TokenBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Samples answers at temperature 1, judges their stored records, then falsifies such records.
 * Blocks are judged after encoding and decoding, as an auditor reads them.
 */
final class Experiment {

  private static final int TOKENS_PER_FALSIFIED_BLOCK = 64;
  private static final int FALSIFIED_BLOCKS = 4;
  private static final List<Double> UNEQUAL_WEIGHTS = List.of(0.5, 0.3, 0.2);

  private final Federation federation;
  private final List<PromptText> prompts;
  private final long seed;
  private final Findings findings = new Findings();

  /**
   * @param federation three specialists whose answers do not end by themselves
   * @param prompts questions to continue, at least one
   */
  Experiment(Federation federation, List<PromptText> prompts, long seed) {
    if (federation.spec().members().size() != UNEQUAL_WEIGHTS.size()) {
      throw new IllegalArgumentException("the experiment joins three specialists");
    }
    this.federation = federation;
    this.prompts = List.copyOf(prompts);
    this.seed = seed;
  }

  /** Requires {@code tokens} to be a multiple of {@code blocks}. */
  Findings run(int tokens, int blocks, int injections) {
    for (int i = 0; i < blocks; i++) {
      measure(sample(i, tokens / blocks, federation.spec().combination()));
    }
    List<TokenBlock> honest = honestBlocks();
    for (Fault fault : Fault.values()) {
      findings.fault(fault, inject(fault, honest, injections));
    }
    return findings;
  }

  private TokenBlock sample(int index, int tokens, Combination combination) {
    var settings = new SamplerSettings(1, 1, true, seed + index);
    Plan plan =
        Plan.greedy(new UUID(seed, index), prompts.get(index % prompts.size()), tokens)
            .sampling(settings)
            .combining(combination);
    Outcome outcome = federation.generate(plan, TokenListener.SILENT);
    if (outcome.block().tokens().size() != tokens) {
      throw new IllegalStateException(
          "a block has " + outcome.block().tokens().size() + " tokens instead of " + tokens);
    }
    return outcome.block();
  }

  private void measure(TokenBlock sampled) {
    byte[] bytes = BlockCodec.encode(sampled);
    TokenBlock block = BlockCodec.decode(bytes);
    Reconciliation reconciliation = Reconciliation.of(block);
    double[] residuals =
        IntStream.range(0, block.tokens().size())
            .mapToDouble(t -> Math.abs(reconciliation.residual(t)))
            .toArray();
    ReplayResult same = federation.replay(block, ReplayShape.RECORDED);
    ReplayResult onePass = federation.replay(block, ReplayShape.ONE_PASS);
    findings.block(residuals, bytes.length, same.bitEqual(), onePass.maxAbsDifference());
  }

  /** Blocks with unequal weights; they must be found honest, or a finding would mean nothing. */
  private List<TokenBlock> honestBlocks() {
    var weights = new Combination.Mixture(UNEQUAL_WEIGHTS.stream().map(Math::log).toList());
    var blocks = new ArrayList<TokenBlock>();
    for (int i = 0; i < FALSIFIED_BLOCKS; i++) {
      TokenBlock block = stored(sample(1_000 + i, TOKENS_PER_FALSIFIED_BLOCK, weights));
      if (!sums(block) || !replays(block)) {
        throw new IllegalStateException("an honest record was taken for a false one");
      }
      blocks.add(block);
    }
    return blocks;
  }

  private Findings.FaultCount inject(Fault fault, List<TokenBlock> honest, int injections) {
    var random = new SplittableRandom(seed * 31 + fault.ordinal());
    int byArithmetic = 0;
    int byReplay = 0;
    for (int i = 0; i < injections; i++) {
      TokenBlock falsified = stored(fault.apply(honest.get(i % honest.size()), random));
      if (!sums(falsified)) {
        byArithmetic++;
      } else if (!replays(falsified)) {
        byReplay++;
      }
    }
    return new Findings.FaultCount(injections, byArithmetic, byReplay);
  }

  private static TokenBlock stored(TokenBlock block) {
    return BlockCodec.decode(BlockCodec.encode(block));
  }

  private static boolean sums(TokenBlock block) {
    return Reconciliation.of(block).level().accepted();
  }

  private boolean replays(TokenBlock block) {
    return federation.replay(block, ReplayShape.RECORDED).bitEqual();
  }
}

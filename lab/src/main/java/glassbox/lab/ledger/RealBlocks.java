package glassbox.lab.ledger;

import glassbox.engine.federation.Admission;
import glassbox.engine.federation.Federation;
import glassbox.engine.federation.FederationSpec;
import glassbox.engine.federation.Plan;
import glassbox.engine.federation.PromptText;
import glassbox.engine.federation.TokenListener;
import glassbox.lab.manifest.SignedModels;
import glassbox.lab.world.World;
import glassbox.lab.world.facts.Domain;
import glassbox.lab.world.task.Split;
import glassbox.ledger.attribution.CombinationFormula;
import glassbox.ledger.block.Combination;
import glassbox.ledger.block.SamplerSettings;
import glassbox.ledger.block.SpecialistRef;
import glassbox.ledger.block.TokenBlock;
import glassbox.ledger.block.TokenEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Blocks of answers of the shipped models. */
final class RealBlocks {
  private static final List<String> SPECIALISTS = List.of("general-base", "finance", "quantities");

  /** How far a made-up specialist is from the real one it is made from, nats. */
  private static final double SPREAD = 0.5;

  private RealBlocks() {}

  /** Blocks of {@code tokens} tokens each, drawn at temperature 0.8 from three specialists. */
  static List<TokenBlock> of(Path models, long seed, int blocks, int tokens) {
    List<PromptText> prompts = prompts();
    List<TokenBlock> made = new ArrayList<>();
    try (SignedModels loaded = SignedModels.load(models, SPECIALISTS)) {
      // Without end tokens, so that each block gets its full length.
      var spec =
          new FederationSpec(
              "ledger",
              loaded.members(),
              Combination.Mixture.uniform(SPECIALISTS.size()),
              loaded.template(),
              Set.of());
      var federation = new Federation(spec, loaded.tokenizer(), Admission.unbounded(), "lab", 1);
      for (int i = 0; i < blocks; i++) {
        Plan plan =
            Plan.greedy(new UUID(seed, i), prompts.get(i % prompts.size()), tokens)
                .sampling(new SamplerSettings(0.8, 1, true, seed + i));
        made.add(federation.generate(plan, TokenListener.SILENT).block());
      }
    }
    return made;
  }

  private static List<PromptText> prompts() {
    World world = World.of(1);
    var prompts = new ArrayList<PromptText>();
    for (Domain domain : Domain.values()) {
      world.source().distinct(domain, Split.VALIDATION, 1, 1).stream()
          .map(task -> PromptText.of(task.prompt().text()))
          .forEach(prompts::add);
    }
    return prompts;
  }

  /**
   * The answer as if many specialists had given it: each is one of the real ones, moved at every
   * token by normal noise.
   */
  static TokenBlock widened(TokenBlock real, int specialists, long seed) {
    var random = new Random(seed);
    Combination combination = Combination.Mixture.uniform(specialists);
    CombinationFormula formula = CombinationFormula.start(combination);
    List<TokenEntry> tokens = new ArrayList<>();
    for (TokenEntry token : real.tokens()) {
      float[] logProbs = new float[specialists];
      for (int k = 0; k < specialists; k++) {
        double moved = token.logProb(k % token.specialists()) + SPREAD * random.nextGaussian();
        logProbs[k] = (float) Math.min(moved, -1e-7);
      }
      double joint = formula.joint(logProbs, true, 0);
      tokens.add(new TokenEntry(logProbs, joint, joint, token.entropy(), token.forced(), true, 0));
    }
    return new TokenBlock(
        real.runId(),
        real.pass(),
        IntStream.range(0, specialists)
            .mapToObj(k -> new SpecialistRef("specialist-" + k, "1f".repeat(32)))
            .toList(),
        combination,
        real.sampler(),
        real.execution(),
        real.content(),
        tokens);
  }
}

package glassbox.ledger.block;

import glassbox.ledger.attribution.CombinationFormula;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** Seeded blocks that add up. */
public final class Blocks {
  private Blocks() {}

  /** A block of a rule: 0 mixture, 1 product, 2 prefix-updated, 3 gated. */
  public static TokenBlock random(long seed, int rule, int specialists, int tokens) {
    Random random = new Random(seed);
    Combination combination = combination(random, rule, specialists);
    CombinationFormula formula = CombinationFormula.start(combination);
    List<TokenEntry> entries = new ArrayList<>();
    for (int i = 0; i < tokens; i++) {
      entries.add(entry(random, combination, formula, specialists));
    }
    boolean drawn = random.nextBoolean();
    return new TokenBlock(
        new UUID(random.nextLong(), random.nextLong()),
        random.nextInt(5),
        IntStream.range(0, specialists)
            .mapToObj(k -> new SpecialistRef("specialist-\u00e9" + k, digest(random)))
            .toList(),
        combination,
        new SamplerSettings(drawn ? 0.7 : 1, drawn ? 0.9 : 1, drawn, random.nextLong()),
        new Execution("0.1.0+abc", 1 + random.nextInt(4), specialists, "arrays", Routing.FULL),
        new BlockContent.Kept(
            digest(random),
            random.ints(random.nextInt(20), 0, 4096).boxed().toList(),
            random.ints(tokens, 0, 4096).boxed().toList()),
        entries);
  }

  /** The block with a certificate and with concepts at most tokens. */
  public static TokenBlock certified(long seed, TokenBlock block) {
    Random random = new Random(seed);
    List<Double> deltas = new ArrayList<>();
    List<List<Concept>> concepts = new ArrayList<>();
    for (int t = 0; t < block.tokens().size(); t++) {
      deltas.add(t == 0 ? 0.0 : Math.pow(random.nextDouble(), 3));
      List<Concept> active = new ArrayList<>();
      for (int c = t == 1 ? 0 : 1 + random.nextInt(Concept.MOST); c > 0; c--) {
        active.add(
            new Concept(
                random.nextInt(block.specialists().size()),
                random.nextInt(12),
                random.nextInt(4096),
                random.nextGaussian() * 8));
      }
      concepts.add(active);
    }
    BlockContent.Kept content = (BlockContent.Kept) block.content();
    return block
        .withContent(content.withConcepts(concepts))
        .withSupplement(block.supplement().withDeltas(deltas));
  }

  /** The block with a trace of every specialist: two layers, of which one may route. */
  public static TokenBlock traced(long seed, TokenBlock block) {
    Random random = new Random(seed);
    List<List<SpecialistTrace>> traces = new ArrayList<>();
    for (int t = 0; t < block.tokens().size(); t++) {
      List<SpecialistTrace> token = new ArrayList<>();
      for (int k = 0; k < block.specialists().size(); k++) {
        List<List<Float>> routing =
            k % 2 == 0 ? List.of() : List.of(List.of(), List.of(random.nextFloat(), 0f, 1f));
        token.add(
            new SpecialistTrace(List.of(random.nextFloat(), 3 * random.nextFloat(), 0f), routing));
      }
      traces.add(token);
    }
    return block.withSupplement(block.supplement().withTraces(traces));
  }

  /** The block as if its specialists had run through their legible bottlenecks. */
  public static TokenBlock legible(TokenBlock block) {
    return new TokenBlock(
        block.runId(),
        block.pass(),
        block.specialists(),
        block.combination(),
        block.sampler(),
        block.execution().withRouting(Routing.LEGIBLE),
        block.content(),
        block.tokens(),
        block.supplement());
  }

  private static TokenEntry entry(
      Random random, Combination combination, CombinationFormula formula, int specialists) {
    float[] logProbs = new float[specialists];
    for (int k = 0; k < specialists; k++) {
      logProbs[k] = (float) (-2 * Math.log(1 / (1e-6 + random.nextDouble())));
      logProbs[k] = Math.min(logProbs[k], -1e-6f);
    }
    boolean ensembled = !(combination instanceof Combination.Gated) || random.nextBoolean();
    double logNormalizer =
        combination instanceof Combination.Product
            ? Math.max(-random.nextDouble(), formula.unnormalized(logProbs))
            : 0;
    double joint = formula.joint(logProbs, ensembled, logNormalizer);
    formula.observe(logProbs);
    return new TokenEntry(
        logProbs,
        joint,
        joint + random.nextDouble() * 0.01,
        random.nextDouble() * 5,
        random.nextInt(10) == 0,
        ensembled,
        logNormalizer);
  }

  private static Combination combination(Random random, int rule, int specialists) {
    double[] weights = random.doubles(specialists, 0.1, 1).toArray();
    double total = Arrays.stream(weights).sum();
    List<Double> logWeights = Arrays.stream(weights).mapToObj(w -> Math.log(w / total)).toList();
    return switch (rule) {
      case 0 -> new Combination.Mixture(logWeights);
      case 1 -> new Combination.Product(Arrays.stream(weights).boxed().toList());
      case 2 -> new Combination.PrefixUpdated(logWeights);
      default -> new Combination.Gated(logWeights, random.nextInt(specialists), 1.5);
    };
  }

  private static String digest(Random random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}

package glassbox.ledger.block;

import glassbox.ledger.attribution.CombinationFormula;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Blocks with the statistics of real answers: three specialists whose distributions are softmax
 * outputs, some tokens nearly certain, some open, drawn from the joint.
 */
final class RealisticBlocks {
  private static final int VOCABULARY = 4096;

  /** Entries with any mass worth counting, spread over the vocabulary. */
  private static final int CANDIDATES = 1024;

  private static final int PROMPT = 64;
  private static final double TEMPERATURE = 0.8;
  private static final double TOP_P = 0.95;

  private RealisticBlocks() {}

  static TokenBlock block(long seed, int tokens, boolean truncated) {
    Random random = new Random(seed);
    Combination combination = Combination.Mixture.uniform(3);
    List<TokenEntry> entries = new ArrayList<>();
    List<Integer> ids = new ArrayList<>();
    for (int i = 0; i < tokens; i++) {
      entries.add(entry(random, CombinationFormula.start(combination), truncated, ids));
    }
    return new TokenBlock(
        new UUID(random.nextLong(), random.nextLong()),
        0,
        List.of(
            new SpecialistRef("general", "1f".repeat(32)),
            new SpecialistRef("finance", "2e".repeat(32)),
            new SpecialistRef("notes", "3d".repeat(32))),
        combination,
        new SamplerSettings(truncated ? TEMPERATURE : 1, truncated ? TOP_P : 1, true, seed),
        new Execution("0.1.0", 1, 3, "arrays", Routing.FULL),
        new BlockContent.Kept(
            "4f".repeat(32), random.ints(PROMPT, 0, VOCABULARY).boxed().toList(), ids),
        entries);
  }

  private static TokenEntry entry(
      Random random, CombinationFormula formula, boolean truncated, List<Integer> ids) {
    double sharpness = 1 + 4 * random.nextDouble();
    double[] shared = random.doubles(CANDIDATES).map(u -> -Math.log(-Math.log(u))).toArray();
    float[][] logProbs = new float[3][];
    for (int k = 0; k < 3; k++) {
      logProbs[k] = logSoftmax(shared, sharpness, random);
    }
    double[] joint = new double[CANDIDATES];
    for (int v = 0; v < CANDIDATES; v++) {
      joint[v] = formula.joint(column(logProbs, v), true, 0);
    }
    int drawn = draw(joint, random);
    double sampled = truncated ? joint[drawn] / TEMPERATURE + 0.05 : joint[drawn];
    ids.add(drawn * (VOCABULARY / CANDIDATES));
    return new TokenEntry(
        column(logProbs, drawn),
        joint[drawn],
        Math.min(0, sampled),
        entropy(joint),
        false,
        true,
        0);
  }

  private static float[] logSoftmax(double[] shared, double sharpness, Random random) {
    double[] logits = new double[CANDIDATES];
    double sum = 0;
    for (int v = 0; v < CANDIDATES; v++) {
      logits[v] = sharpness * (shared[v] + 0.4 * random.nextGaussian());
      sum += Math.exp(logits[v]);
    }
    float[] logProbs = new float[CANDIDATES];
    for (int v = 0; v < CANDIDATES; v++) {
      logProbs[v] = (float) (logits[v] - Math.log(sum));
    }
    return logProbs;
  }

  private static float[] column(float[][] logProbs, int v) {
    return new float[] {logProbs[0][v], logProbs[1][v], logProbs[2][v]};
  }

  private static int draw(double[] joint, Random random) {
    double rest = random.nextDouble();
    for (int v = 0; v < joint.length; v++) {
      rest -= Math.exp(joint[v]);
      if (rest < 0) {
        return v;
      }
    }
    return joint.length - 1;
  }

  private static double entropy(double[] joint) {
    double entropy = 0;
    for (double logProb : joint) {
      entropy -= Math.exp(logProb) * logProb;
    }
    return entropy;
  }
}

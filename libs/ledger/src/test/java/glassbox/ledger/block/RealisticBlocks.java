package glassbox.ledger.block;

import glassbox.ledger.attribution.CombinationFormula;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Blocks with the statistics of real answers: specialists whose distributions are softmax outputs,
 * some tokens nearly certain, some open, drawn from the joint.
 */
public final class RealisticBlocks {
  private static final int VOCABULARY = 4096;

  private static final int PROMPT = 64;
  private static final double TEMPERATURE = 0.8;
  private static final double TOP_P = 0.95;

  private RealisticBlocks() {}

  /** A block of many specialists that agree for the most part. */
  public static TokenBlock of(int specialists, long seed, int tokens) {
    return block(specialists, 64, seed, tokens, false);
  }

  static TokenBlock block(long seed, int tokens, boolean truncated) {
    return block(3, 1024, seed, tokens, truncated);
  }

  /** {@code candidates}: vocabulary entries with any mass worth counting. */
  private static TokenBlock block(
      int specialists, int candidates, long seed, int tokens, boolean truncated) {
    Random random = new Random(seed);
    Combination combination = Combination.Mixture.uniform(specialists);
    List<TokenEntry> entries = new ArrayList<>();
    List<Integer> ids = new ArrayList<>();
    for (int i = 0; i < tokens; i++) {
      float[][] logProbs = logProbs(specialists, candidates, random);
      entries.add(entry(random, CombinationFormula.start(combination), logProbs, truncated, ids));
    }
    return new TokenBlock(
        new UUID(random.nextLong(), random.nextLong()),
        0,
        IntStream.range(0, specialists)
            .mapToObj(k -> new SpecialistRef("model-" + k, "1f".repeat(32)))
            .toList(),
        combination,
        new SamplerSettings(truncated ? TEMPERATURE : 1, truncated ? TOP_P : 1, true, seed),
        new Execution("0.1.0", 1, specialists, "arrays", Routing.FULL),
        new BlockContent.Kept(
            "4f".repeat(32), random.ints(PROMPT, 0, VOCABULARY).boxed().toList(), ids),
        entries);
  }

  private static float[][] logProbs(int specialists, int candidates, Random random) {
    double sharpness = 1 + 4 * random.nextDouble();
    double[] shared = random.doubles(candidates).map(u -> -Math.log(-Math.log(u))).toArray();
    float[][] logProbs = new float[specialists][];
    for (int k = 0; k < specialists; k++) {
      logProbs[k] = logSoftmax(shared, sharpness, random);
    }
    return logProbs;
  }

  private static TokenEntry entry(
      Random random,
      CombinationFormula formula,
      float[][] logProbs,
      boolean truncated,
      List<Integer> ids) {
    double[] joint = new double[logProbs[0].length];
    for (int v = 0; v < joint.length; v++) {
      joint[v] = formula.joint(column(logProbs, v), true, 0);
    }
    int drawn = draw(joint, random);
    double sampled = truncated ? joint[drawn] / TEMPERATURE + 0.05 : joint[drawn];
    ids.add(drawn * (VOCABULARY / joint.length));
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
    double[] logits = new double[shared.length];
    double sum = 0;
    for (int v = 0; v < shared.length; v++) {
      logits[v] = sharpness * (shared[v] + 0.4 * random.nextGaussian());
      sum += Math.exp(logits[v]);
    }
    float[] logProbs = new float[shared.length];
    for (int v = 0; v < shared.length; v++) {
      logProbs[v] = (float) (logits[v] - Math.log(sum));
    }
    return logProbs;
  }

  private static float[] column(float[][] logProbs, int v) {
    float[] column = new float[logProbs.length];
    for (int k = 0; k < column.length; k++) {
      column[k] = logProbs[k][v];
    }
    return column;
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

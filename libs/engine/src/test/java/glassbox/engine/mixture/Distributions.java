package glassbox.engine.mixture;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Random next-token distributions as an engine gives them: f32 log-softmax. */
final class Distributions {
  private Distributions() {}

  static RandomGenerator seeded(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  static float[] logSoftmax(RandomGenerator random, int vocabulary, double spread) {
    double[] logits = new double[vocabulary];
    double sum = 0;
    for (int v = 0; v < vocabulary; v++) {
      logits[v] = spread * random.nextGaussian();
      sum += Math.exp(logits[v]);
    }
    float[] logProbs = new float[vocabulary];
    for (int v = 0; v < vocabulary; v++) {
      logProbs[v] = (float) (logits[v] - Math.log(sum));
    }
    return logProbs;
  }

  static SpecialistLogProbs specialists(RandomGenerator random, int count, int vocabulary) {
    float[][] values = new float[count][];
    for (int i = 0; i < count; i++) {
      values[i] = logSoftmax(random, vocabulary, 3);
    }
    return of(values);
  }

  static SpecialistLogProbs of(float[]... values) {
    return new SpecialistLogProbs(values, new int[values.length], values[0].length);
  }

  /** A joint with exactly these probabilities. */
  static Joint joint(double... probabilities) {
    double[] logProbs = new double[probabilities.length];
    double entropy = 0;
    for (int v = 0; v < logProbs.length; v++) {
      logProbs[v] = Math.log(probabilities[v]);
      entropy -= probabilities[v] > 0 ? probabilities[v] * logProbs[v] : 0;
    }
    return new Joint(logProbs, entropy, true, 0, 0);
  }
}

package glassbox.engine.mixture;

/**
 * Total variation distance of two distributions over the vocabulary, {@code 1/2 sum |p - q|}, in
 * [0, 1]; 1 where a probability is not a number, since nothing smaller is shown.
 */
public final class TotalVariation {
  private TotalVariation() {}

  /** Of two joints over the same vocabulary. */
  public static double of(Joint first, Joint second) {
    double sum = 0;
    for (int v = 0; v < first.vocabularySize(); v++) {
      sum += Math.abs(Math.exp(first.logProb(v)) - Math.exp(second.logProb(v)));
    }
    return bounded(sum / 2);
  }

  /** Of what one specialist says in two forwards. */
  public static double of(SpecialistLogProbs first, SpecialistLogProbs second, int specialist) {
    double sum = 0;
    for (int v = 0; v < first.vocabularySize(); v++) {
      sum += Math.abs(Math.exp(first.of(specialist, v)) - Math.exp(second.of(specialist, v)));
    }
    return bounded(sum / 2);
  }

  private static double bounded(double distance) {
    return distance < 1 ? distance : 1;
  }
}

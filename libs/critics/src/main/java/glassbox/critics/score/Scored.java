package glassbox.critics.score;

import java.util.List;

/**
 * A score with its parts; intercept and contributions add up to its logit.
 *
 * @param model that gave it
 * @param logit of the score
 * @param contributions one a signal of the model, in its order
 */
public record Scored(LogisticModel model, double logit, List<Contribution> contributions) {
  public Scored {
    contributions = List.copyOf(contributions);
  }

  /** In [0, 1]. */
  public double score() {
    return sigmoid(logit);
  }

  /** The score as a probability, as far as the runs it was calibrated on are like this one. */
  public double probability() {
    return model.calibration().probability(logit);
  }

  /** Whether it reaches the threshold. */
  public boolean flagged() {
    return score() >= model.threshold();
  }

  static double sigmoid(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }
}

package glassbox.critics.score;

import java.util.List;

/**
 * A score with its parts; intercept and contributions add up to its logit.
 *
 * @param model that gave it
 * @param probability in (0, 1)
 * @param contributions one a signal of the model, in its order
 */
public record Scored(LogisticModel model, double probability, List<Contribution> contributions) {
  public Scored {
    contributions = List.copyOf(contributions);
  }

  /** Whether it reaches the threshold. */
  public boolean flagged() {
    return probability >= model.threshold();
  }
}

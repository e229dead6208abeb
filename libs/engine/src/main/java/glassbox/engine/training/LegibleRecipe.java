package glassbox.engine.training;

import glassbox.engine.legible.LossWeights;
import glassbox.engine.legible.Objective;
import glassbox.engine.legible.Recipe.Curriculum;

/**
 * How bottlenecks are trained with the model they belong to.
 *
 * @param bottlenecks their sizes
 * @param objective what is lowered, and which weights it may change
 * @param curriculum how the terms' weights change
 * @param everyNth the legible and the swapped forward read every n-th row of a batch: with 3, a
 *     step costs about twice a plain one
 */
public record LegibleRecipe(
    Bottlenecks bottlenecks, Objective objective, Curriculum curriculum, int everyNth) {

  public LegibleRecipe {
    if (everyNth < 1) {
      throw new IllegalArgumentException("every n-th row needs a positive n");
    }
  }

  /** The terms' weights at a share of the steps; none outside the joint objective. */
  LossWeights weights(double progress) {
    return objective instanceof Objective.Joint joint
        ? curriculum.at(progress, joint.weights())
        : LossWeights.OPAQUE;
  }

  boolean separate() {
    return objective instanceof Objective.Joint joint && joint.separate();
  }
}

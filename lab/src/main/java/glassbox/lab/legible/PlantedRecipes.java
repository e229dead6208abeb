package glassbox.lab.legible;

import glassbox.engine.legible.Blueprint;
import glassbox.engine.legible.LossWeights;
import glassbox.engine.legible.Objective;
import glassbox.engine.legible.Recipe;
import glassbox.engine.legible.Recipe.Curriculum;
import glassbox.engine.legible.Recipe.Decay;
import glassbox.engine.legible.SiteShape;

/** Sizes and recipes that the experiments on planted concepts share. */
final class PlantedRecipes {

  static final int ATOMS = 48;
  static final int ACTIVE = 8;
  static final int STEPS = 2_200;
  private static final int BATCH = 512;
  private static final double RATE = 2e-3;
  private static final int AUTOENCODER_STEPS = 2_000;
  private static final double AUTOENCODER_RATE = 1e-3;
  private static final int HIDDEN = 128;

  /**
   * Our weights: idle atoms retired by usage instead of a sum, an offset that costs as much as two
   * atoms, and a causal term that counts most among those that train the head.
   */
  static final LossWeights OURS = new LossWeights(0.1, 0.1, 1, 10, 0.01, 0, 0.07, 0.14);

  /** The published weights of the main run. */
  static final LossWeights PUBLISHED = new LossWeights(0.5, 1, 1, 0.5, 0.01, 0.002, 0);

  private PlantedRecipes() {}

  /** The published network: 48 atoms of which 8 may be active, two hidden layers of 128. */
  static Blueprint blueprint(int width, int classes, int active) {
    return new Blueprint.Mlp(HIDDEN, classes, new SiteShape(width, ATOMS, active));
  }

  /** Our schedule: atoms first, their causes afterwards. */
  static Recipe ours(LossWeights weights, int steps) {
    return ours(weights, steps, true);
  }

  /** The same; unless {@code separate}, the outputs shape the code too. */
  static Recipe ours(LossWeights weights, int steps, boolean separate) {
    var objective = new Objective.Joint(weights, separate);
    return new Recipe(steps, BATCH, RATE, Decay.NONE, Curriculum.ATOMS_FIRST, objective, 0);
  }

  /** Constant rate and weights. */
  static Recipe constant(LossWeights weights, int steps) {
    var objective = new Objective.Joint(weights, false);
    return new Recipe(steps, BATCH, RATE, Decay.NONE, Curriculum.CONSTANT, objective, 0);
  }

  /** A sparse autoencoder fitted afterwards. */
  static Recipe autoencoder() {
    return new Recipe(
        AUTOENCODER_STEPS,
        BATCH,
        AUTOENCODER_RATE,
        Decay.NONE,
        Curriculum.CONSTANT,
        new Objective.Reconstruct(),
        0);
  }

  /** Training of the head alone, the bottleneck frozen. */
  static Recipe head(int steps) {
    return new Recipe(
        steps, BATCH, RATE, Decay.NONE, Curriculum.CONSTANT, new Objective.TuneHead(), 0);
  }
}

package glassbox.engine.legible;

/** What a training run lowers, and which weights it may change. */
public sealed interface Objective {

  /**
   * Cross-entropy and the terms of the bottleneck; every weight is trained.
   *
   * @param separate whether the code is shaped by what it leaves out alone: the terms that compare
   *     outputs then train the layers after the site to read it, and do not bend it to the task
   */
  record Joint(LossWeights weights, boolean separate) implements Objective {}

  /** A post-hoc sparse autoencoder: squared error at the site; only the bottleneck is trained. */
  record Reconstruct() implements Objective {}

  /** Cross-entropy of the full model; the bottleneck is frozen. */
  record TuneHead() implements Objective {}

  /** Whether a weight of the bottleneck, or else of the rest, is trained. */
  default boolean trains(boolean ofSite) {
    return switch (this) {
      case Joint joint -> true;
      case Reconstruct reconstruct -> ofSite;
      case TuneHead tune -> !ofSite;
    };
  }
}

package glassbox.engine.legible;

/**
 * What each term of the objective counts beside the cross-entropy of the full model, which counts
 * 1. A term of weight 0 is not computed.
 *
 * @param legibleTask a, cross-entropy of the legible twin
 * @param faithfulness b, Kullback-Leibler divergence of the legible twin from the full model, whose
 *     output is held fixed
 * @param leak lambda, share of the activations' energy that the code leaves out
 * @param causal mu, total variation between the full model, held fixed, and one with leaks swapped
 * @param anchor gamma, squared distance of the atoms from their anchors
 * @param sparsity l, sum of the code
 * @param usage sum over atoms of the root mean square of their entries, which is not in the
 *     published objective: it retires atoms that are seldom or weakly used, where {@code sparsity}
 *     rewards one atom for two concepts that meet
 * @param offset length of the decoder's bias, also not in the published objective: a free bias
 *     takes in a concept's direction, and an atom that is nearly always active then says where the
 *     concept is absent
 */
public record LossWeights(
    double legibleTask,
    double faithfulness,
    double leak,
    double causal,
    double anchor,
    double sparsity,
    double usage,
    double offset) {

  /** The published defaults. */
  public static final LossWeights DEFAULT = new LossWeights(0.5, 1, 0.3, 0.3, 0.01, 0.001, 0);

  /** Cross-entropy of the full model alone: the opaque twin. */
  public static final LossWeights OPAQUE = new LossWeights(0, 0, 0, 0, 0, 0, 0);

  /** Cross-entropy of the full model and the leak: the reconstruction-only control. */
  public static final LossWeights RECONSTRUCTION_ONLY = new LossWeights(0, 0, 0.3, 0, 0, 0, 0);

  /** The same with a free offset. */
  public LossWeights(
      double legibleTask,
      double faithfulness,
      double leak,
      double causal,
      double anchor,
      double sparsity,
      double usage) {
    this(legibleTask, faithfulness, leak, causal, anchor, sparsity, usage, 0);
  }

  public LossWeights {
    if (!(Math.min(Math.min(legibleTask, faithfulness), Math.min(leak, causal)) >= 0
        && anchor >= 0
        && sparsity >= 0
        && usage >= 0
        && offset >= 0)) {
      throw new IllegalArgumentException("no term of the objective may count below 0");
    }
  }

  public LossWeights withLegibleTask(double weight) {
    return new LossWeights(weight, faithfulness, leak, causal, anchor, sparsity, usage, offset);
  }

  public LossWeights withFaithfulness(double weight) {
    return new LossWeights(legibleTask, weight, leak, causal, anchor, sparsity, usage, offset);
  }

  public LossWeights withLeak(double weight) {
    return new LossWeights(
        legibleTask, faithfulness, weight, causal, anchor, sparsity, usage, offset);
  }

  public LossWeights withCausal(double weight) {
    return new LossWeights(
        legibleTask, faithfulness, leak, weight, anchor, sparsity, usage, offset);
  }

  public LossWeights withAnchor(double weight) {
    return new LossWeights(
        legibleTask, faithfulness, leak, causal, weight, sparsity, usage, offset);
  }

  public LossWeights withSparsity(double weight) {
    return new LossWeights(legibleTask, faithfulness, leak, causal, anchor, weight, usage, offset);
  }

  public LossWeights withUsage(double weight) {
    return new LossWeights(
        legibleTask, faithfulness, leak, causal, anchor, sparsity, weight, offset);
  }

  public LossWeights withOffset(double weight) {
    return new LossWeights(
        legibleTask, faithfulness, leak, causal, anchor, sparsity, usage, weight);
  }

  /** Whether the legible forward is needed. */
  public boolean routesLegibly() {
    return legibleTask > 0 || faithfulness > 0;
  }
}

package glassbox.engine.legible;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.SparseFormat;

/**
 * One batch's way through a site; {@code h = reconstruction + leak}.
 *
 * @param input h, {@code [R, d]}
 * @param code at most k positive entries a row, {@code [R, m]}
 * @param reconstruction what the code explains, {@code [R, d]}
 * @param leak what it does not, {@code [R, d]}
 */
record Passage(NDArray input, NDArray code, NDArray reconstruction, NDArray leak) {

  /** What the site hands on, {@code [R, d]}. */
  NDArray routed(Routing routing) {
    return switch (routing) {
      case Routing.Full full -> input;
      case Routing.Legible legible -> reconstruction;
      case Routing.LeakSwap swap -> reconstruction.add(leakOf(swap.rows()));
    };
  }

  private NDArray leakOf(long[] rows) {
    NDArray index = leak.getManager().create(rows);
    NDArray permuted =
        index.getNDArrayInternal().embedding(index, leak, SparseFormat.DENSE).singletonOrThrow();
    permuted.attach(leak.getManager());
    return permuted;
  }

  /** Mean over rows of {@code |leak|^2 / (|h|^2 + 1e-6)}; a scalar. */
  NDArray leakEnergy() {
    int[] width = {1};
    NDArray whole = input.mul(input).sum(width).add(1e-6);
    return leak.mul(leak).sum(width).div(whole).mean();
  }

  /** Mean over rows of the sum of the code's entries; a scalar. */
  NDArray codeSum() {
    return code.sum(new int[] {1}).mean();
  }

  /** Sum over atoms of the root mean square of their entries; a scalar. */
  NDArray usage() {
    return code.mul(code).mean(new int[] {0}).add(1e-8).sqrt().sum();
  }

  /** The same values; gradients of what follows do not reach the bottleneck. */
  Passage separate() {
    NDArray held = reconstruction.stopGradient();
    held.attach(input.getManager());
    return new Passage(input, code, held, input.sub(held));
  }

  /** Mean over rows of {@code |leak|^2}; a scalar. */
  NDArray squaredError() {
    return leak.mul(leak).sum(new int[] {1}).mean();
  }
}

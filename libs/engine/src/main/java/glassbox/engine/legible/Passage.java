package glassbox.engine.legible;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import glassbox.engine.gradient.Views;

/**
 * One batch's way through a site; {@code h = reconstruction + leak}.
 *
 * @param input h, {@code [R, d]}
 * @param code at most k positive entries a row, {@code [R, m]}
 * @param reconstruction what the code explains, {@code [R, d]}
 * @param leak what it does not, {@code [R, d]}
 */
public record Passage(NDArray input, NDArray code, NDArray reconstruction, NDArray leak) {

  /** What the site hands on, {@code [R, d]}. */
  public NDArray routed(Routing routing) {
    return switch (routing) {
      case Routing.Full full -> input;
      case Routing.Legible legible -> reconstruction;
      case Routing.LeakSwap swap -> reconstruction.add(leakOf(swap.rows()));
    };
  }

  private NDArray leakOf(long[] rows) {
    return Views.rows(leak, leak.getManager().create(rows));
  }

  /** The given rows alone, in that order; {@code index} is int64. */
  public Passage rows(NDArray index) {
    return new Passage(
        Views.rows(input, index),
        Views.rows(code, index),
        Views.rows(reconstruction, index),
        Views.rows(leak, index));
  }

  /** Rows {@code from} to {@code to}, the latter excluded. */
  public Passage slice(long from, long to) {
    var range = new NDIndex().addSliceDim(from, to);
    return new Passage(
        input.get(range), code.get(range), reconstruction.get(range), leak.get(range));
  }

  /** Mean over rows of {@code |leak|^2 / (|h|^2 + 1e-6)}; a scalar. */
  public NDArray leakEnergy() {
    int[] width = {1};
    NDArray whole = input.mul(input).sum(width).add(1e-6);
    return leak.mul(leak).sum(width).div(whole).mean();
  }

  /** Mean over rows of the sum of the code's entries; a scalar. */
  public NDArray codeSum() {
    return code.sum(new int[] {1}).mean();
  }

  /** Sum over atoms of the root mean square of their entries; a scalar. */
  public NDArray usage() {
    return code.mul(code).mean(new int[] {0}).add(1e-8).sqrt().sum();
  }

  /** The same values; gradients of what follows do not reach the bottleneck. */
  public Passage separate() {
    NDArray held = reconstruction.stopGradient();
    held.attach(input.getManager());
    return new Passage(input, code, held, input.sub(held));
  }

  /** Mean over rows of {@code |leak|^2}; a scalar. */
  public NDArray squaredError() {
    return leak.mul(leak).sum(new int[] {1}).mean();
  }
}

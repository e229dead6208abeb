package glassbox.engine.checkpoint;

/**
 * A LoRA update of one matrix (Hu et al. 2021): y += scaling * B (A x).
 *
 * <p>The arrays are not copied; do not change them.
 */
public final class LowRank {
  private final int rank;
  private final int in;
  private final int out;
  private final double scaling;
  private final float[] a;
  private final float[] b;

  LowRank(int rank, int in, int out, double scaling, float[] a, float[] b) {
    this.rank = rank;
    this.in = in;
    this.out = out;
    this.scaling = scaling;
    this.a = a;
    this.b = b;
  }

  public int rank() {
    return rank;
  }

  public int in() {
    return in;
  }

  public int out() {
    return out;
  }

  /** alpha / rank, or alpha / sqrt(rank) for rslora. */
  public double scaling() {
    return scaling;
  }

  /** A, [rank, in]. */
  public float[] a() {
    return a;
  }

  /** B, [out, rank], without the scaling. */
  public float[] b() {
    return b;
  }
}

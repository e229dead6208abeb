package glassbox.ledger.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the token columns of a block and turns them into entries. Used once. */
final class ColumnReader {
  private final ByteSource source;
  private final int version;
  private final Combination combination;
  private Supplement supplement = Supplement.NONE;

  ColumnReader(ByteSource source, int version, Combination combination) {
    this.source = source;
    this.version = version;
    this.combination = combination;
  }

  List<TokenEntry> tokens() {
    int count = source.u31("number of tokens");
    int present = source.u8("columns");
    if ((present & ~Format.columns(version)) != 0) {
      throw new MalformedBlockException("unknown columns");
    }
    boolean whole = (present & Format.HAS_REST) == 0;
    int width = whole ? combination.size() : source.u31("number of listed specialists");
    // Each token takes a joint and an entropy of a byte or more, and four bytes a log-probability.
    source.require(count * (2L + 4L * width), "tokens");
    int[] @Nullable [] listed = whole ? null : listed(count, width);
    float[][] logProbs = logProbs(count, width);
    double[] joint = logProbColumn(count, Quantization.JOINT_SCALE, "joint");
    double[] entropy = new double[count];
    Arrays.setAll(
        entropy,
        i -> Quantization.magnitude(source.uvarint("entropy"), Quantization.ENTROPY_SCALE));
    List<TokenEntry> tokens = entries(logProbs, joint, entropy, present);
    if ((present & Format.HAS_DELTA) != 0) {
      supplement = supplement.withDeltas(deltas(count));
    }
    if (listed != null) {
      tokens = withRest(tokens, listed);
    }
    if ((present & Format.HAS_TRACE) != 0) {
      supplement = supplement.withTraces(traces(count, width));
    }
    return tokens;
  }

  /** What {@link #tokens} found beside the tokens. */
  Supplement supplement() {
    return supplement;
  }

  private int[][] listed(int count, int width) {
    int[][] listed = new int[count][];
    for (int t = 0; t < count; t++) {
      boolean shared = t > 0 && combination instanceof Combination.PrefixUpdated;
      listed[t] = shared ? listed[0] : listed(width);
    }
    return listed;
  }

  private int[] listed(int width) {
    int[] indices = new int[width];
    long next = 0;
    for (int j = 0; j < width; j++) {
      next += source.u31("listed specialist");
      if (next >= combination.size()) {
        throw new MalformedBlockException("a listed specialist is not there");
      }
      indices[j] = (int) next++;
    }
    TokenEntry.requireListing(indices, combination.size());
    return indices;
  }

  private List<TokenEntry> entries(
      float[][] logProbs, double[] joint, double[] entropy, int present) {
    int count = joint.length;
    double[] sampled =
        (present & Format.HAS_SAMPLED) == 0
            ? joint
            : logProbColumn(count, Quantization.SAMPLED_SCALE, "sampled");
    boolean[] forced = bits(count, present & Format.HAS_FORCED, "forced");
    boolean[] alone = bits(count, present & Format.HAS_NOT_ENSEMBLED, "not ensembled");
    double[] logNormalizer =
        (present & Format.HAS_LOG_NORMALIZER) == 0
            ? new double[count]
            : doubles(count, "log normalizers");
    List<TokenEntry> tokens = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      tokens.add(
          new TokenEntry(
              logProbs[i],
              joint[i],
              sampled[i],
              entropy[i],
              forced[i],
              !alone[i],
              logNormalizer[i]));
    }
    return tokens;
  }

  private List<TokenEntry> withRest(List<TokenEntry> tokens, int[][] listed) {
    int count = tokens.size();
    double[] mass = doubles(count, "mass of the rest");
    double[] sums =
        combination instanceof Combination.Product
            ? doubles(count, "sum of the rest")
            : new double[count];
    double[] totals = doubles(combination.size(), "share totals");
    supplement = supplement.withShareTotals(Arrays.stream(totals).boxed().toList());
    List<TokenEntry> partial = new ArrayList<>(count);
    for (int t = 0; t < count; t++) {
      partial.add(tokens.get(t).reading(listed[t], combination.size(), new Rest(mass[t], sums[t])));
    }
    return partial;
  }

  private float[][] logProbs(int count, int width) {
    float[][] logProbs = new float[count][width];
    for (int k = 0; k < width; k++) {
      for (int i = 0; i < count; i++) {
        logProbs[i][k] = source.f32("log-probabilities");
      }
    }
    return logProbs;
  }

  private double[] logProbColumn(int count, int scale, String what) {
    double[] column = new double[count];
    Arrays.setAll(column, i -> Quantization.logProb(source.uvarint(what), scale));
    return column;
  }

  private boolean[] bits(int count, int present, String what) {
    return present == 0 ? new boolean[count] : source.bits(count, what);
  }

  private double[] doubles(int count, String what) {
    source.require(8L * count, what);
    double[] column = new double[count];
    Arrays.setAll(column, i -> source.f64(what));
    return column;
  }

  private List<Double> deltas(int count) {
    source.require(count, "deltas");
    List<Double> deltas = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      deltas.add(Quantization.delta(source.u8("delta")));
    }
    return deltas;
  }

  private List<List<SpecialistTrace>> traces(int count, int width) {
    source.require(2L * count * width, "traces");
    List<List<SpecialistTrace>> traces = new ArrayList<>(count);
    for (int t = 0; t < count; t++) {
      List<SpecialistTrace> token = new ArrayList<>(width);
      for (int j = 0; j < width; j++) {
        token.add(trace());
      }
      traces.add(token);
    }
    return traces;
  }

  private SpecialistTrace trace() {
    int norms = source.count(4, "norms");
    List<Float> norm = new ArrayList<>(norms);
    for (int i = 0; i < norms; i++) {
      norm.add(source.f32("norm"));
    }
    int layers = source.count(1, "routed layers");
    List<List<Float>> routing = new ArrayList<>(layers);
    for (int i = 0; i < layers; i++) {
      int experts = source.count(1, "router probabilities");
      List<Float> layer = new ArrayList<>(experts);
      for (int e = 0; e < experts; e++) {
        layer.add(source.u8("router probability") / SpecialistTrace.STEPS);
      }
      routing.add(layer);
    }
    return new SpecialistTrace(norm, routing);
  }
}

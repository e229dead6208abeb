package glassbox.ledger.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the token columns of a block and turns them into entries. */
final class ColumnReader {
  private final ByteSource source;
  private final int specialists;

  ColumnReader(ByteSource source, int specialists) {
    this.source = source;
    this.specialists = specialists;
  }

  List<TokenEntry> tokens() {
    int count = source.u31("number of tokens");
    int present = source.u8("columns");
    if (present > Format.ALL_COLUMNS) {
      throw new MalformedBlockException("unknown columns");
    }
    // Each token takes a joint and an entropy of a byte or more, and four bytes a specialist.
    source.require(count * (2L + 4L * specialists), "tokens");
    float[][] logProbs = logProbs(count);
    double[] joint = logProbColumn(count, Quantization.JOINT_SCALE, "joint");
    double[] entropy = new double[count];
    Arrays.setAll(
        entropy,
        i -> Quantization.magnitude(source.uvarint("entropy"), Quantization.ENTROPY_SCALE));
    return entries(logProbs, joint, entropy, present);
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
    double[] logNormalizer = logNormalizers(count, present);
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

  private float[][] logProbs(int count) {
    float[][] logProbs = new float[count][specialists];
    for (int k = 0; k < specialists; k++) {
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

  private double[] logNormalizers(int count, int present) {
    double[] column = new double[count];
    if ((present & Format.HAS_LOG_NORMALIZER) != 0) {
      source.require(8L * count, "log normalizers");
      Arrays.setAll(column, i -> source.f64("log normalizer"));
    }
    return column;
  }
}

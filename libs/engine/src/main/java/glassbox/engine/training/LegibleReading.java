package glassbox.engine.training;

import java.util.List;

/**
 * What a model with bottlenecks does with one example.
 *
 * @param example what was read
 * @param logProbs log-probability of each predicted id by the deployed model, in nats
 * @param legibleLogProbs the same by the legible twin
 * @param deltas total variation of the two distributions at each predicted id
 * @param agrees whether both find the same id most probable
 * @param codes of the deployed model, one array a layer, {@code [T, m]} row-major: the entry of
 *     atom a after id t at {@code t * m + a}, for all ids but the last
 */
@SuppressWarnings("ArrayRecordComponent")
public record LegibleReading(
    Example example,
    float[] logProbs,
    float[] legibleLogProbs,
    float[] deltas,
    boolean[] agrees,
    List<float[]> codes) {

  public LegibleReading {
    codes = List.copyOf(codes);
  }
}

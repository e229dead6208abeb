package glassbox.engine.checkpoint;

/**
 * One matrix of one layer.
 *
 * @param layer from 0
 * @param expert from 0, or {@link #DENSE} for a matrix that belongs to no expert
 */
public record WeightKey(int layer, int expert, Projection projection) {
  public static final int DENSE = -1;

  public static WeightKey of(int layer, Projection projection) {
    return new WeightKey(layer, DENSE, projection);
  }

  public static WeightKey ofExpert(int layer, int expert, Projection projection) {
    return new WeightKey(layer, expert, projection);
  }
}

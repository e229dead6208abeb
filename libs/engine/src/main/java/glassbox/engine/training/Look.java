package glassbox.engine.training;

/**
 * What a look at held-out text saw.
 *
 * @param full mean negative log-likelihood of the deployed model, in nats a predicted token
 * @param legible the same of the legible twin; NaN for a model without bottlenecks
 * @param delta mean total variation of the two; NaN for a model without bottlenecks
 */
public record Look(double full, double legible, double delta) {

  /** What training is to lower: both losses where there are two. */
  float loss(double legibleWeight) {
    return (float) (legibleWeight > 0 ? full + legibleWeight * legible : full);
  }
}

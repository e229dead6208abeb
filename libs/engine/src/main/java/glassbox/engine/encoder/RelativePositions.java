package glassbox.engine.encoder;

/** Rows of the table of relative positions. Source: He et al. 2021, DeBERTa-v3's log buckets. */
final class RelativePositions {
  private final EncoderConfig.Relative config;

  RelativePositions(EncoderConfig.Relative config) {
    this.config = config;
  }

  /** Row for a query at {@code from} that looks at {@code to}: content to position. */
  int contentToPosition(int from, int to) {
    return clamp(bucket(from - to) + config.span());
  }

  /** Row for a query at {@code from} that is looked at from {@code to}: position to content. */
  int positionToContent(int from, int to) {
    return clamp(-bucket(to - from) + config.span());
  }

  private int clamp(int row) {
    return Math.clamp(row, 0, 2 * config.span() - 1);
  }

  /** Exact up to half the buckets, then by the logarithm of the distance. */
  private int bucket(int distance) {
    int middle = config.buckets() / 2;
    int absolute = Math.abs(distance);
    if (config.buckets() == 0 || absolute <= middle) {
      return distance;
    }
    double share =
        Math.log((double) absolute / middle) / Math.log((config.longest() - 1.0) / middle);
    int bucket = (int) Math.ceil(share * (middle - 1)) + middle;
    return distance < 0 ? -bucket : bucket;
  }
}

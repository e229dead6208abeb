package glassbox.audit.block;

/** A block that does not add up. Its alarm is stored. */
final class BlockRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String hash;
  private final double maxResidual;

  BlockRefusedException(String hash, double maxResidual) {
    super("block " + hash + " has a residual of " + maxResidual + " nats");
    this.hash = hash;
    this.maxResidual = maxResidual;
  }

  String hash() {
    return hash;
  }

  double maxResidual() {
    return maxResidual;
  }
}

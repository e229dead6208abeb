package glassbox.engine.federation;

/** In which shape a replay runs its forwards. */
public enum ReplayShape {
  /** As recorded: on the same build and thread count the bits must be equal. */
  RECORDED,
  /** Each specialist alone, all positions at once: must agree within 1e-4 nats. */
  ONE_PASS
}

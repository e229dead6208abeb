package glassbox.ledger.block;

/** What the specialists' layers passed on. */
public enum Routing {
  /** The layers' own outputs. */
  FULL,
  /** What the legible bottlenecks made of them. */
  LEGIBLE
}

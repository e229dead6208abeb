package glassbox.engine.forward;

import glassbox.ledger.block.Routing;
import java.util.Optional;

/**
 * How a session runs and what it reports beside log-probabilities.
 *
 * @param routing the same at every layer
 * @param trace whether norms and router probabilities are collected
 * @param codes whether the legible codes at the reported positions are collected
 * @param backend the {@link ForwardModel#backend} to run on; empty, or one that the model cannot
 *     run on, leaves the choice to the model
 */
public record SessionOptions(
    Routing routing, boolean trace, boolean codes, Optional<String> backend) {
  /** The deployed model, log-probabilities alone. */
  public static final SessionOptions PLAIN =
      new SessionOptions(Routing.FULL, false, false, Optional.empty());

  /** The deployed model with norms and router probabilities. */
  public static final SessionOptions TRACED = PLAIN.tracing(true);

  /** The legible twin, log-probabilities alone. */
  public static final SessionOptions LEGIBLE = PLAIN.routed(Routing.LEGIBLE);

  /** The same with another routing. */
  public SessionOptions routed(Routing other) {
    return new SessionOptions(other, trace, codes, backend);
  }

  /** The same with or without norms and router probabilities. */
  public SessionOptions tracing(boolean wanted) {
    return new SessionOptions(routing, wanted, codes, backend);
  }

  /** The same with or without codes. */
  public SessionOptions coding(boolean wanted) {
    return new SessionOptions(routing, trace, wanted, backend);
  }

  /** The same on the backend of this name. */
  public SessionOptions on(String name) {
    return new SessionOptions(routing, trace, codes, Optional.of(name));
  }

  /** Whether every row's lane needs a legible channel. */
  public boolean needsChannel() {
    return codes || routing == Routing.LEGIBLE;
  }
}

package glassbox.audit.block;

import glassbox.contracts.generation.ReconciliationSummary;
import glassbox.ledger.attribution.Level;

/** The ledger's reconciliation in the words of the wire. */
public final class Summaries {
  private Summaries() {}

  /** The summary of these residuals, nats. */
  public static ReconciliationSummary of(double maxResidual, double medianResidual) {
    return new ReconciliationSummary(maxResidual, medianResidual, level(Level.of(maxResidual)));
  }

  private static ReconciliationSummary.Level level(Level level) {
    return switch (level) {
      case STRICT -> ReconciliationSummary.Level.STRICT;
      case LENIENT -> ReconciliationSummary.Level.LENIENT;
      case FLAGGED -> ReconciliationSummary.Level.FLAGGED;
      case CATASTROPHIC -> ReconciliationSummary.Level.CATASTROPHIC;
    };
  }
}

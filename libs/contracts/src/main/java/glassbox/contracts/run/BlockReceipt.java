package glassbox.contracts.run;

import glassbox.contracts.generation.ReconciliationSummary;
import java.util.UUID;

/** A recorded block. */
public record BlockReceipt(
    String hash, UUID runId, int pass, int tokens, ReconciliationSummary reconciliation) {}

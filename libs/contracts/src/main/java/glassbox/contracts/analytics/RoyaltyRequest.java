package glassbox.contracts.analytics;

import java.util.UUID;

/**
 * Asks for the receipt of a fee.
 *
 * @param runId a recorded run
 * @param feeId names the fee within the run: 1 to 100 of A-Z a-z 0-9 . _ : -
 * @param fee minor units, 1 to 2^53 - 1
 * @param currency three capital letters (ISO 4217)
 */
public record RoyaltyRequest(UUID runId, String feeId, long fee, String currency) {}

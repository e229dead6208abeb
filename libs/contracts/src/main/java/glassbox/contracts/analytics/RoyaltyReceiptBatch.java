package glassbox.contracts.analytics;

import java.util.List;

/** Receipts to verify, 1 to 100. */
public record RoyaltyReceiptBatch(List<RoyaltyReceipt> receipts) {
  public RoyaltyReceiptBatch {
    receipts = List.copyOf(receipts);
  }
}

package glassbox.contracts.analytics;

import java.util.List;

/** One verdict a receipt, in the order they came. */
public record RoyaltyVerdicts(List<RoyaltyVerdict> verdicts) {
  public RoyaltyVerdicts {
    verdicts = List.copyOf(verdicts);
  }
}

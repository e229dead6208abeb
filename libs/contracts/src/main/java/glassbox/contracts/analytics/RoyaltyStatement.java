package glassbox.contracts.analytics;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fee split by measured share: what would be owed. Nothing is issued.
 *
 * @param runId the run whose shares count; null for those of a period
 * @param recordHash of that run
 * @param from first day of the period; null for a run
 * @param to last day of the period; null for a run
 * @param fee minor units
 * @param currency ISO 4217
 * @param trainerPercent the trainers' part
 * @param hostPercent the hosts' part
 * @param parts in order of specialist; all amounts sum to {@code fee}
 */
public record RoyaltyStatement(
    @Nullable UUID runId,
    @Nullable String recordHash,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    long fee,
    String currency,
    int trainerPercent,
    int hostPercent,
    List<RoyaltyPart> parts) {
  public RoyaltyStatement {
    parts = List.copyOf(parts);
  }
}

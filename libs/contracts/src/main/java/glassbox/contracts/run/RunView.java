package glassbox.contracts.run;

import glassbox.contracts.generation.ReconciliationSummary;
import glassbox.contracts.generation.SpecialistShare;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run as it is read back.
 *
 * @param envelope as it was recorded
 * @param recordHash hex SHA-256 of the canonical envelope
 * @param reconciliation over all passes
 * @param shares of the specialists in the answer
 * @param content the texts; null unless {@code contentState} is kept
 * @param contentState whether there are texts and token ids
 */
public record RunView(
    RunEnvelope envelope,
    String recordHash,
    ReconciliationSummary reconciliation,
    List<SpecialistShare> shares,
    @Nullable RunContent content,
    ContentState contentState) {

  public RunView {
    shares = List.copyOf(shares);
  }
}

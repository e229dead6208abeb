package glassbox.contracts.run;

import glassbox.contracts.generation.ReconciliationSummary;
import glassbox.contracts.generation.SpecialistShare;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run as it is read back. */
public record RunView(
    RunEnvelope envelope,
    String recordHash,
    ReconciliationSummary reconciliation,
    List<SpecialistShare> shares,
    @Nullable RunContent content) {

  public RunView {
    shares = List.copyOf(shares);
  }
}

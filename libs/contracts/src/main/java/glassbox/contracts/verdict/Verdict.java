package glassbox.contracts.verdict;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One critic's verdict.
 *
 * @param critic its name
 * @param version its version
 * @param configHash hex SHA-256 of its configuration
 * @param outcome passed, flagged or unavailable (never an empty pass)
 * @param mandatory whether the gate needs it to pass
 * @param checks claim-level checks it issued
 * @param findings what it objects to; one a failed check
 * @param reason why it is unavailable
 */
public record Verdict(
    String critic,
    String version,
    String configHash,
    Outcome outcome,
    boolean mandatory,
    int checks,
    List<Finding> findings,
    @Nullable String reason) {

  public Verdict {
    findings = List.copyOf(findings);
  }

  /** What a critic can say. */
  public enum Outcome {
    @JsonProperty("passed")
    PASSED,
    @JsonProperty("flagged")
    FLAGGED,
    @JsonProperty("unavailable")
    UNAVAILABLE
  }
}

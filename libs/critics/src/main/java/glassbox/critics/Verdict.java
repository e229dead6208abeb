package glassbox.critics;

import java.util.List;

/** What a critic says of a draft. */
public sealed interface Verdict {

  /**
   * Nothing to object to in {@code checks} checks (none where the draft states nothing checkable).
   */
  record Passed(int checks) implements Verdict {}

  /** At least one check failed; one finding a failed check, in answer order. */
  record Flagged(int checks, List<Finding> findings) implements Verdict {
    public Flagged {
      findings = List.copyOf(findings);
      if (findings.isEmpty() || checks < findings.size()) {
        throw new IllegalArgumentException(findings.size() + " findings of " + checks + " checks");
      }
    }
  }

  /** The critic could not judge. Never counts as passed. */
  record Unavailable(String reason) implements Verdict {}

  /** Flagged where there are findings, else passed. */
  static Verdict of(int checks, List<Finding> findings) {
    return findings.isEmpty() ? new Passed(checks) : new Flagged(checks, findings);
  }
}

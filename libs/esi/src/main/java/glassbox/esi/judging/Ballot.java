package glassbox.esi.judging;

import glassbox.critics.Verdict;
import glassbox.critics.gate.Vote;

/**
 * What one critic said.
 *
 * @param critic its name
 * @param version of it
 * @param configHash hex SHA-256 of its configuration
 * @param mandatory whether nothing commits without its pass
 * @param quarantined whether it is kept from voting: it is listed, and is no pass
 * @param verdict findings by UTF-16 offsets into the transcript's text
 */
public record Ballot(
    String critic,
    String version,
    String configHash,
    boolean mandatory,
    boolean quarantined,
    Verdict verdict) {

  /** As the gate sees it. */
  public Vote vote() {
    return new Vote(critic, mandatory, verdict);
  }
}

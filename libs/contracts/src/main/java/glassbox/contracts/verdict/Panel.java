package glassbox.contracts.verdict;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which critics vote on an answer, and where its gate stands.
 *
 * @param domain what kind of task it is, such as {@code code}; chooses the rules of the safety
 *     critic
 * @param critics who votes; a name that the service does not know votes as unavailable
 * @param fragmentsPerClaim independent fragments that a claim needs; null for the service's own
 *     setting
 * @param bars bars of the gate; null for the service's own
 */
public record Panel(
    String domain, List<Seat> critics, @Nullable Integer fragmentsPerClaim, @Nullable Bars bars) {

  public Panel {
    critics = List.copyOf(critics);
  }

  /** A critic that votes, and whether nothing commits without its pass. */
  public record Seat(String critic, boolean mandatory) {}

  /** Least CSA and largest chi that commit, both in [0, 1]. */
  public record Bars(double csa, double chi) {}
}

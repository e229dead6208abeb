package glassbox.esi.judging;

import glassbox.critics.chi.Chi;
import java.util.List;
import java.util.Optional;

/**
 * What the critics said.
 *
 * @param ballots one a critic of the profile, quarantined ones too
 * @param chi of the draft with the contradictions that they found; empty where it is unknown
 */
public record Report(List<Ballot> ballots, Optional<Chi> chi) {
  public Report {
    ballots = List.copyOf(ballots);
  }
}

package glassbox.esi.judging;

import glassbox.critics.chi.Chi;
import java.util.List;
import java.util.Optional;

/**
 * What follows from a report.
 *
 * @param phase it was about
 * @param outcome the way on
 * @param ballots what each critic said; a mandatory one that was not heard is unavailable
 * @param csa agreement of those that voted
 * @param chi of the draft
 * @param unsupported whether a claim lacks evidence, whatever the critics said
 * @param reasons why the way is not free; empty exactly for {@code OPEN}
 */
public record Ruling(
    Phase phase,
    Outcome outcome,
    List<Ballot> ballots,
    double csa,
    Optional<Chi> chi,
    boolean unsupported,
    List<String> reasons) {
  public Ruling {
    ballots = List.copyOf(ballots);
    reasons = List.copyOf(reasons);
  }

  /** Ways on. */
  public enum Outcome {
    /** To [Answer], or to commitment. */
    OPEN,
    /** A repair of one block may help. */
    SHUT,
    /** Every critic that could judge flagged: only a new generation may help. */
    ALL_FLAGGED,
    /** A critic that must pass could not judge: no repair helps. */
    UNAVAILABLE
  }
}

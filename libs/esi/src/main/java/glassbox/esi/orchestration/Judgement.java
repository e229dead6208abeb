package glassbox.esi.orchestration;

import glassbox.critics.chi.Chi;
import glassbox.esi.judging.Ballot;
import glassbox.esi.judging.Phase;
import java.util.List;
import java.util.Optional;

/**
 * One ruling of the gate.
 *
 * @param phase checks before the answer, or the answer
 * @param ballots what each critic said
 * @param csa agreement of the critics that voted
 * @param chi of the draft; empty where it is unknown
 * @param open whether the way is free: to [Answer], or to commitment
 * @param reasons why not
 */
public record Judgement(
    Phase phase,
    List<Ballot> ballots,
    double csa,
    Optional<Chi> chi,
    boolean open,
    List<String> reasons) {
  public Judgement {
    ballots = List.copyOf(ballots);
    reasons = List.copyOf(reasons);
  }
}

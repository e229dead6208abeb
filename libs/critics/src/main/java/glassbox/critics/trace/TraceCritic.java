package glassbox.critics.trace;

import glassbox.critics.Claim;
import glassbox.critics.Critic;
import glassbox.critics.CriticIdentity;
import glassbox.critics.Draft;
import glassbox.critics.Finding;
import glassbox.critics.Fragment;
import glassbox.critics.Verdict;
import glassbox.critics.field.Field;
import glassbox.critics.field.Passage;
import glassbox.critics.quantity.Quantities;
import glassbox.critics.quantity.StatedQuantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks claims against the fragments they name, and the numbers of the answer against all
 * evidence.
 *
 * <p>One check a claim: its ids were issued here, enough of them are independent and say something,
 * each number in it stands in one of them, and its words stand there or in what was given. One
 * check a number of the answer's field that no claim states: it stands in a fragment, the context
 * or the prompt, or follows from such numbers by an equation that holds. One a fragment that has a
 * hash: it is that of the fragment. One an id in the trace's field: it was issued.
 */
public final class TraceCritic implements Critic {
  private final TraceSettings settings;
  private final CriticIdentity identity;

  public TraceCritic(TraceSettings settings) {
    this.settings = settings;
    this.identity =
        CriticIdentity.of(
            "trace",
            "4",
            "claims and numbers of the answer are backed by issued evidence",
            Map.of("fragments_per_claim", settings.fragmentsPerClaim()));
  }

  @Override
  public CriticIdentity identity() {
    return identity;
  }

  @Override
  public Verdict judge(Draft whole) {
    Draft draft = whole.guarded();
    if (draft.claims().isEmpty() && draft.fragments().isEmpty() && draft.context().isEmpty()) {
      return new Verdict.Unavailable(
          "no claims, fragments or context were given: there is nothing to trace the answer to");
    }
    ClaimCheck claims = new ClaimCheck(draft, settings.fragmentsPerClaim());
    List<Finding> findings = new ArrayList<>();
    for (Claim claim : draft.claims()) {
      claims.problem(claim).ifPresent(problem -> findings.add(finding(draft, claim, problem)));
    }
    List<StatedQuantity> claimed =
        draft.claims().stream().flatMap(claim -> Quantities.in(claim.text()).stream()).toList();
    int checks = draft.claims().size();
    Evidence evidence = Evidence.of(draft);
    for (Passage passage : draft.written(Field.ANSWER)) {
      for (StatedQuantity quantity : Quantities.in(passage.text())) {
        if (!stated(quantity, claimed)) {
          checks++;
          if (!evidence.supports(quantity)) {
            findings.add(
                Finding.in(passage, "no evidence states this", quantity.start(), quantity.end()));
          }
        }
      }
    }
    checks += FragmentCheck.hashes(whole.fragments(), findings);
    checks += FragmentCheck.named(draft, findings);
    findings.sort(Comparator.comparingInt(Finding::start));
    return Verdict.of(checks, findings);
  }

  private static boolean stated(StatedQuantity quantity, List<StatedQuantity> claimed) {
    return claimed.stream().anyMatch(quantity::agrees);
  }

  /** At the call that gave nothing, where that is what is wrong; else at the claim. */
  private static Finding finding(Draft draft, Claim claim, ClaimCheck.Problem problem) {
    String message = "claim " + claim.id() + ": " + problem.message();
    Optional<Passage> call =
        problem.empty().flatMap(Fragment::input).filter(input -> !input.isBlank()).stream()
            .flatMap(input -> draft.calls().stream().filter(p -> p.text().contains(input)))
            .findFirst();
    if (call.isPresent()) {
      return Finding.in(call.get(), message);
    }
    int at = claim.text().isEmpty() ? -1 : draft.answer().indexOf(claim.text());
    return at < 0
        ? new Finding(message, 0, 0)
        : new Finding(message, at, at + claim.text().length());
  }
}

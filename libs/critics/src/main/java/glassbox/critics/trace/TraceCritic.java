package glassbox.critics.trace;

import glassbox.critics.Claim;
import glassbox.critics.Critic;
import glassbox.critics.CriticIdentity;
import glassbox.critics.Draft;
import glassbox.critics.Finding;
import glassbox.critics.Verdict;
import glassbox.critics.quantity.Quantities;
import glassbox.critics.quantity.StatedQuantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Checks claims against the fragments they name, and the numbers of the answer against all
 * evidence.
 *
 * <p>One check a claim: its ids were issued here, enough of them are independent, and each number
 * in it stands in one of them. One check a number of the answer that no claim states: it stands in
 * a fragment, the context or the prompt, or follows from such numbers by an equation that holds.
 */
public final class TraceCritic implements Critic {
  private final TraceSettings settings;
  private final CriticIdentity identity;

  public TraceCritic(TraceSettings settings) {
    this.settings = settings;
    this.identity =
        CriticIdentity.of(
            "trace",
            "1",
            "claims and numbers of the answer are backed by issued evidence",
            Map.of("fragments_per_claim", settings.fragmentsPerClaim()));
  }

  @Override
  public CriticIdentity identity() {
    return identity;
  }

  @Override
  public Verdict judge(Draft draft) {
    if (draft.claims().isEmpty() && draft.fragments().isEmpty() && draft.context().isEmpty()) {
      return new Verdict.Unavailable(
          "no claims, fragments or context were given: there is nothing to trace the answer to");
    }
    ClaimCheck claims = new ClaimCheck(draft.fragments(), settings.fragmentsPerClaim());
    List<Finding> findings = new ArrayList<>();
    for (Claim claim : draft.claims()) {
      claims.problem(claim).ifPresent(problem -> findings.add(finding(draft, claim, problem)));
    }
    List<StatedQuantity> claimed =
        draft.claims().stream().flatMap(claim -> Quantities.in(claim.text()).stream()).toList();
    Evidence evidence = Evidence.of(draft);
    List<StatedQuantity> unclaimed =
        Quantities.in(draft.answer()).stream().filter(q -> !stated(q, claimed)).toList();
    for (StatedQuantity quantity : unclaimed) {
      if (!evidence.supports(quantity)) {
        findings.add(new Finding("no evidence states this", quantity.start(), quantity.end()));
      }
    }
    findings.sort(Comparator.comparingInt(Finding::start));
    return Verdict.of(draft.claims().size() + unclaimed.size(), findings);
  }

  private static boolean stated(StatedQuantity quantity, List<StatedQuantity> claimed) {
    return claimed.stream().anyMatch(quantity::agrees);
  }

  private static Finding finding(Draft draft, Claim claim, String problem) {
    int at = claim.text().isEmpty() ? -1 : draft.answer().indexOf(claim.text());
    String message = "claim " + claim.id() + ": " + problem;
    return at < 0
        ? new Finding(message, 0, 0)
        : new Finding(message, at, at + claim.text().length());
  }
}

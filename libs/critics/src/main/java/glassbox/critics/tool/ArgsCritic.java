package glassbox.critics.tool;

import glassbox.critics.Claim;
import glassbox.critics.Critic;
import glassbox.critics.CriticIdentity;
import glassbox.critics.Draft;
import glassbox.critics.Finding;
import glassbox.critics.Verdict;
import glassbox.critics.field.Field;
import glassbox.critics.field.Passage;
import glassbox.critics.tool.argument.Call;
import glassbox.critics.tool.argument.Grammar;
import glassbox.critics.tool.argument.Grounding;
import glassbox.critics.tool.argument.Sources;
import glassbox.critics.tool.computation.Computation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Arguments, of tools and of claims.
 *
 * <p>One check a call that no repair replaced: the tool exists and takes such arguments, and they
 * come from what was given or from what an earlier call gave. The last call is the computation that
 * the question asks for, see {@link Computation}. One a call that the model wrote: it was made. One
 * a claim: it says something, once the answer stands, and names support, and no two claims say the
 * same.
 */
public final class ArgsCritic implements Critic {
  private static final CriticIdentity IDENTITY =
      CriticIdentity.of(
          "args",
          "4",
          "tool arguments are valid and come from what was given; claims are supported",
          Map.of("tools", Grammar.TOOLS));

  @Override
  public CriticIdentity identity() {
    return IDENTITY;
  }

  @Override
  public Verdict judge(Draft whole) {
    Draft draft = whole.guarded();
    List<Call> calls = Call.standing(draft);
    List<Call> made = Call.of(draft);
    List<Passage> written = draft.calls();
    if (calls.isEmpty() && written.isEmpty() && draft.claims().isEmpty()) {
      return new Verdict.Unavailable("no tool was called and no claim was made");
    }
    List<Finding> findings = new ArrayList<>();
    Sources sources = Sources.given(draft);
    for (Call call : calls) {
      Grammar.problem(call, draft.material().plan())
          .or(() -> Grounding.problem(call, sources))
          .ifPresent(problem -> findings.add(call.finding(draft, problem)));
      if (!call.failed()) {
        sources.add(call.output());
      }
    }
    if (findings.isEmpty() && !calls.isEmpty()) {
      Computation.problem(draft, calls)
          .ifPresent(problem -> findings.add(calls.getLast().finding(draft, problem)));
    }
    for (Passage passage : written) {
      if (made.stream().noneMatch(call -> passage.text().contains(call.input()))) {
        findings.add(Finding.in(passage, "this call was not made"));
      }
    }
    claims(draft, findings);
    int checks = calls.size() + written.size() + draft.claims().size();
    return Verdict.of(Math.max(checks, findings.size()), findings);
  }

  private static void claims(Draft draft, List<Finding> findings) {
    boolean answered = draft.written(Field.ANSWER).stream().anyMatch(p -> !p.text().isBlank());
    Set<String> texts = new HashSet<>();
    for (Claim claim : draft.claims()) {
      String problem =
          claim.text().isBlank() && answered
              ? "it says nothing"
              : claim.supports().isEmpty()
                  ? "it names no support"
                  : texts.add(claim.text().strip()) ? "" : "it is made twice";
      if (!problem.isEmpty()) {
        int at = claim.text().isBlank() ? -1 : draft.answer().indexOf(claim.text());
        int start = Math.max(at, 0);
        int end = at < 0 ? 0 : at + claim.text().length();
        findings.add(new Finding("claim " + claim.id() + ": " + problem, start, end));
      }
    }
  }
}

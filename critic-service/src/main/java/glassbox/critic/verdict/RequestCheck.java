package glassbox.critic.verdict;

import glassbox.contracts.verdict.CriticRequest;
import glassbox.contracts.verdict.TokenSignal;
import glassbox.contracts.verdict.TraceClaim;
import glassbox.contracts.verdict.TraceFragment;
import glassbox.shell.problem.FieldProblem;
import glassbox.shell.problem.StandardProblems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Refuses requests whose fields cannot be judged, naming each of them (at most 20). */
final class RequestCheck {
  private static final int LONGEST_ID = 200;
  private static final int MOST_PROBLEMS = 20;
  private static final double ROUNDING = 1e-6;
  private final CriticSettings.Limits limits;
  private final List<FieldProblem> problems = new ArrayList<>();

  private RequestCheck(CriticSettings.Limits limits) {
    this.limits = limits;
  }

  static void require(CriticRequest request, CriticSettings.Limits limits) {
    RequestCheck check = new RequestCheck(limits);
    check.texts(request);
    check.signals(request.signals());
    check.fragments(request.fragments());
    check.claims(request.claims());
    if (!check.problems.isEmpty()) {
      throw StandardProblems.INVALID_REQUEST
          .because("Correct the fields that errors names.")
          .withErrors(check.problems);
    }
  }

  private void texts(CriticRequest request) {
    text(request.prompt(), "prompt");
    text(request.answer(), "answer");
    if (request.context() != null) {
      text(request.context(), "context");
    }
  }

  private void signals(List<TokenSignal> signals) {
    that(signals.size() <= limits.signals(), "signals", "must be at most " + limits.signals());
    for (int i = 0; i < signals.size() && problems.size() < MOST_PROBLEMS; i++) {
      TokenSignal signal = signals.get(i);
      String at = "signals." + i + ".";
      that(signal.tokenId() >= 0, at + "token_id", "must be 0 or more");
      that(
          signal.normalizedEntropy() >= 0 && signal.normalizedEntropy() <= 1 + ROUNDING,
          at + "normalized_entropy",
          "must be from 0 to 1");
      that(
          signal.entropy() >= -ROUNDING && Double.isFinite(signal.entropy()),
          at + "entropy",
          "must be finite and 0 or more");
    }
  }

  private void fragments(List<TraceFragment> fragments) {
    that(
        fragments.size() <= limits.fragments(),
        "fragments",
        "must be at most " + limits.fragments());
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < fragments.size() && problems.size() < MOST_PROBLEMS; i++) {
      String at = "fragments." + i + ".";
      id(fragments.get(i).id(), at + "id", ids);
      text(fragments.get(i).output(), at + "output");
    }
  }

  private void claims(List<TraceClaim> claims) {
    that(claims.size() <= limits.claims(), "claims", "must be at most " + limits.claims());
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < claims.size() && problems.size() < MOST_PROBLEMS; i++) {
      String at = "claims." + i + ".";
      id(claims.get(i).id(), at + "id", ids);
      text(claims.get(i).text(), at + "text");
      that(
          claims.get(i).supports().size() <= limits.fragments(),
          at + "supports",
          "must be at most " + limits.fragments());
    }
  }

  private void id(String id, String field, Set<String> seen) {
    that(
        !id.isBlank() && id.length() <= LONGEST_ID,
        field,
        "must have 1 to " + LONGEST_ID + " characters");
    that(seen.add(id), field, "must not be used twice");
  }

  private void text(String text, String field) {
    that(
        text.length() <= limits.text(),
        field,
        "must have at most " + limits.text() + " characters");
  }

  private void that(boolean holds, String field, String message) {
    if (!holds && problems.size() < MOST_PROBLEMS) {
      problems.add(new FieldProblem(field, message));
    }
  }
}

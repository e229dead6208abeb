package glassbox.critic.verdict;

import glassbox.contracts.verdict.AnswerStretch;
import glassbox.contracts.verdict.CriticRequest;
import glassbox.contracts.verdict.Panel;
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
  private static final int WIDEST = 64;
  private static final int MOST_SEATS = 64;
  private static final int MOST_FRAGMENTS = 16;
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
    check.fields(request);
    if (request.panel() != null) {
      check.panel(request.panel());
    }
    if (request.material() != null) {
      MaterialCheck.require(request.material(), limits, check::that);
    }
    Double average = request.chiAverage();
    check.that(average == null || share(average), "chi_average", "must be from 0 to 1");
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
      List<Double> embedding = signal.embedding();
      that(
          embedding == null
              || embedding.size() <= WIDEST && embedding.stream().allMatch(Double::isFinite),
          at + "embedding",
          "must have at most " + WIDEST + " finite numbers");
      measures(signal, at);
    }
  }

  private void measures(TokenSignal signal, String at) {
    Double logProb = signal.logProb();
    that(
        logProb == null || logProb <= ROUNDING && Double.isFinite(logProb),
        at + "log_prob",
        "must be finite and 0 or less");
    Double disagreement = signal.disagreement();
    that(
        disagreement == null || disagreement >= -ROUNDING && Double.isFinite(disagreement),
        at + "disagreement",
        "must be finite and 0 or more");
    Double delta = signal.delta();
    that(delta == null || delta >= 0 && delta <= 1 + ROUNDING, at + "delta", "must be from 0 to 1");
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
      String input = fragments.get(i).input();
      text(input == null ? "" : input, at + "input");
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

  private void fields(CriticRequest request) {
    int at = 0;
    List<AnswerStretch> fields = request.fields();
    that(fields.size() <= limits.fragments(), "fields", "must be at most " + limits.fragments());
    for (int i = 0; i < fields.size() && problems.size() < MOST_PROBLEMS; i++) {
      AnswerStretch stretch = fields.get(i);
      boolean ordered = stretch.start() >= at && stretch.end() >= stretch.start();
      that(
          ordered && stretch.end() <= request.answer().length(),
          "fields." + i,
          "must lie in the answer, behind the stretch before it");
      at = Math.max(at, stretch.end());
    }
  }

  private void panel(Panel panel) {
    that(
        !panel.domain().isBlank() && panel.domain().length() <= LONGEST_ID,
        "panel.domain",
        "must have 1 to " + LONGEST_ID + " characters");
    that(panel.critics().size() <= MOST_SEATS, "panel.critics", "must be at most " + MOST_SEATS);
    that(!panel.critics().isEmpty(), "panel.critics", "must name at least one critic");
    Set<String> names = new HashSet<>();
    for (int i = 0; i < panel.critics().size() && problems.size() < MOST_PROBLEMS; i++) {
      id(panel.critics().get(i).critic(), "panel.critics." + i + ".critic", names);
    }
    Integer fragments = panel.fragmentsPerClaim();
    that(
        fragments == null || fragments >= 1 && fragments <= MOST_FRAGMENTS,
        "panel.fragments_per_claim",
        "must be from 1 to " + MOST_FRAGMENTS);
    Panel.Bars bars = panel.bars();
    that(bars == null || share(bars.csa()), "panel.bars.csa", "must be from 0 to 1");
    that(bars == null || share(bars.chi()), "panel.bars.chi", "must be from 0 to 1");
  }

  private static boolean share(double value) {
    return value >= 0 && value <= 1;
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

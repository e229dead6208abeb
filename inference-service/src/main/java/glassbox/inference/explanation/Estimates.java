package glassbox.inference.explanation;

import glassbox.contracts.explanation.EstimateRequest;
import glassbox.contracts.explanation.ExplanationCost;
import glassbox.contracts.explanation.ExplanationEstimate;
import glassbox.engine.federation.EncodedPrompt;
import glassbox.engine.federation.Federation;
import glassbox.engine.federation.PromptText;
import glassbox.explain.Explainer;
import glassbox.explain.quality.QualityPlan;
import glassbox.explain.score.BudgetExceededException;
import glassbox.explain.score.Cost;
import glassbox.inference.explanation.Units.Grain;
import glassbox.inference.federation.Federations;
import glassbox.inference.federation.InferenceSettings;
import glassbox.shell.problem.FieldProblem;
import glassbox.shell.problem.StandardProblems;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * What an explanation costs, from token counts alone. An answer that is still to come has from one
 * token to as many as are asked for; the longer it may be, the less context the window keeps.
 */
@Service
class Estimates {
  private final Federations federations;
  private final long budget;

  Estimates(Federations federations, InferenceSettings settings) {
    this.federations = federations;
    this.budget = settings.explanationBudget();
  }

  /**
   * The bounds.
   *
   * @throws BudgetExceededException where the budget suffices for no answer that can come
   */
  ExplanationEstimate estimate(EstimateRequest request) {
    Federation federation = federations.get(request.federation());
    check(request);
    Lengths answer = lengths(request, federation);
    Cost least = cost(request, federation, answer.reserved(), answer.shortest(), Grain.WORD);
    Cost most = cost(request, federation, answer.shortest(), answer.longest(), Grain.TOKEN);
    long limit = request.budget() == null ? budget : Math.min(budget, request.budget());
    if (least.tokens() > limit) {
      throw new BudgetExceededException(least, limit);
    }
    return new ExplanationEstimate(wire(least), wire(most), limit);
  }

  /**
   * Tokens of the answer.
   *
   * @param shortest that it can have
   * @param longest that it can have
   * @param reserved most that are kept free for it at the cost of the context
   */
  private record Lengths(int shortest, int longest, int reserved) {}

  private static Lengths lengths(EstimateRequest request, Federation federation) {
    if (request.answer() != null) {
      int given = federation.tokenizer().encodeWithSpecials(request.answer()).length;
      return new Lengths(given, given, given);
    }
    return new Lengths(1, request.maxNewTokens(), federation.reserve(request.maxNewTokens()));
  }

  /** The bound for an answer of {@code length} tokens where {@code reserved} were kept free. */
  private static Cost cost(
      EstimateRequest request, Federation federation, int reserved, int length, Grain grain) {
    PromptText text = new PromptText(request.system(), request.context(), request.prompt());
    EncodedPrompt prompt = federation.encode(text, reserved);
    int units = new Units(prompt, federation.tokenizer(), grain).count();
    long window = Math.min(federation.contextLength(), prompt.ids().length + length - 1L);
    return Explainer.estimate(
        units, federation.spec().members().size() * window, QualityPlan.DEFAULT);
  }

  private static ExplanationCost wire(Cost cost) {
    return new ExplanationCost(cost.forwards(), cost.tokens());
  }

  private static void check(EstimateRequest request) {
    List<FieldProblem> problems = new ArrayList<>();
    if (request.prompt().isBlank()) {
      problems.add(new FieldProblem("prompt", "must not be empty"));
    }
    if (request.answer() != null && request.answer().isEmpty()) {
      problems.add(new FieldProblem("answer", "must not be empty"));
    }
    if (request.maxNewTokens() < 1) {
      problems.add(new FieldProblem("max_new_tokens", "must be at least 1"));
    }
    if (request.budget() != null && request.budget() < 1) {
      problems.add(new FieldProblem("budget", "must be at least 1"));
    }
    if (!problems.isEmpty()) {
      throw StandardProblems.INVALID_REQUEST
          .because("Correct the fields that errors names.")
          .withErrors(problems);
    }
  }
}

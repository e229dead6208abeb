package glassbox.inference.explanation;

import glassbox.contracts.explanation.Explanation;
import glassbox.contracts.explanation.ExplanationCost;
import glassbox.contracts.explanation.ExplanationQuality;
import glassbox.contracts.explanation.ExplanationRequest;
import glassbox.engine.federation.AnswerScorer;
import glassbox.engine.federation.EncodedPrompt;
import glassbox.engine.federation.Federation;
import glassbox.engine.federation.PromptText;
import glassbox.explain.Explained;
import glassbox.explain.Explainer;
import glassbox.explain.quality.QualityPlan;
import glassbox.inference.federation.Combinations;
import glassbox.inference.federation.Federations;
import glassbox.inference.federation.InferenceSettings;
import glassbox.ledger.block.Combination;
import glassbox.shell.problem.FieldProblem;
import glassbox.shell.problem.StandardProblems;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;

/**
 * Occlusion of an answer's prompt, token by token; word by word where that would pass the budget.
 */
@Service
class Explanations {
  private static final String METHOD =
      "occlusion: each %s of context and prompt dropped once; importance is the drop of the"
          + " answer's joint log-probability";

  private final Federations federations;
  private final long budget;

  Explanations(Federations federations, InferenceSettings settings) {
    this.federations = federations;
    this.budget = settings.explanationBudget();
  }

  Explanation explain(ExplanationRequest request) {
    Federation federation = federations.get(request.federation());
    check(request, federation);
    // The answer came out of this federation, so its special tokens are meant as such.
    int[] answer = federation.tokenizer().encodeWithSpecials(request.answer());
    PromptText text = new PromptText(request.system(), request.context(), request.prompt());
    EncodedPrompt prompt = federation.encode(text, answer.length);
    long limit = request.budget() == null ? budget : Math.min(budget, request.budget());
    try (AnswerScorer scorer = federation.scorer(combination(request, federation))) {
      for (Units.Grain grain : Units.Grain.values()) {
        Units units = new Units(prompt, federation.tokenizer(), grain);
        AnswerScore score = new AnswerScore(scorer, prompt.ids(), units, answer);
        boolean fits = Explainer.estimate(score, QualityPlan.DEFAULT).tokens() <= limit;
        if (fits || grain == Units.Grain.WORD) {
          return explanation(Explainer.occlude(score, QualityPlan.DEFAULT, limit), units, grain);
        }
      }
    }
    throw new IllegalStateException("no grain of units");
  }

  private static Explanation explanation(Explained explained, Units units, Units.Grain grain) {
    return new Explanation(
        "gradient",
        METHOD.formatted(grain.name().toLowerCase(Locale.ROOT)),
        explained.attribution().baseScore(),
        units.with(explained.attribution().importances()),
        quality(explained.quality()),
        new ExplanationCost(explained.cost().forwards(), explained.cost().tokens()));
  }

  private static ExplanationQuality quality(glassbox.explain.quality.ExplanationQuality measured) {
    return new ExplanationQuality(
        measured.deletionAuc(),
        measured.insertionAuc(),
        measured.comprehensiveness(),
        measured.sufficiency(),
        measured.randomDeletionAuc());
  }

  private static Combination combination(ExplanationRequest request, Federation federation) {
    return request.combiner() == null
        ? federation.spec().combination()
        : Combinations.of(request.combiner(), federation.spec());
  }

  private static void check(ExplanationRequest request, Federation federation) {
    List<FieldProblem> problems = new ArrayList<>();
    if (request.prompt().isBlank()) {
      problems.add(new FieldProblem("prompt", "must not be empty"));
    }
    if (request.answer().isEmpty()) {
      problems.add(new FieldProblem("answer", "must not be empty"));
    }
    if (request.budget() != null && request.budget() < 1) {
      problems.add(new FieldProblem("budget", "must be at least 1"));
    }
    if (request.combiner() != null) {
      problems.addAll(Combinations.check(request.combiner(), federation.spec(), "combiner"));
    }
    if (!problems.isEmpty()) {
      throw StandardProblems.INVALID_REQUEST
          .because("Correct the fields that errors names.")
          .withErrors(problems);
    }
  }
}

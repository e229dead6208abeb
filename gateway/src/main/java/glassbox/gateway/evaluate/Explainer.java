package glassbox.gateway.evaluate;

import glassbox.contracts.explanation.EstimateRequest;
import glassbox.contracts.explanation.Explanation;
import glassbox.contracts.explanation.ExplanationRequest;
import glassbox.gateway.downstream.DownstreamRefused;
import glassbox.gateway.downstream.DownstreamRefused.Refusal;
import glassbox.gateway.downstream.DownstreamUnavailable;
import glassbox.gateway.downstream.Inference;
import glassbox.gateway.limits.Admission;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks for the explanation of an answer. The answer does not fall with it: a refusal (over budget)
 * and an absence are told as such in its place. What can be known to be over budget before there is
 * an answer is refused before.
 */
@Component
final class Explainer {
  private final Inference inference;

  Explainer(Inference inference) {
    this.inference = inference;
  }

  CreditTier explain(Question question, String answer, Admission admission) {
    try {
      Explanation explanation = inference.explain(request(question, answer));
      admission.spend(explanation.cost().tokens());
      return CreditTier.computed(explanation);
    } catch (DownstreamRefused e) {
      return refused(e.refusal());
    } catch (DownstreamUnavailable e) {
      return new CreditTier.Unavailable(e.reason().label());
    }
  }

  /**
   * Has the explanation refused whose budget suffices for no answer that can come.
   *
   * @throws DownstreamRefused with the estimate
   */
  void requireBudget(Question question) {
    Question.Text text = question.text();
    inference.estimate(
        new EstimateRequest(
            text.federation(),
            text.system(),
            text.context(),
            text.prompt(),
            text.answer(),
            question.decoding().maxNewTokens(),
            budget(question)));
  }

  private static CreditTier refused(Refusal refusal) {
    return new CreditTier.Refused(
        refusal.type(),
        refusal.detail(),
        refusal.figures().get("estimated_forwards"),
        refusal.figures().get("estimated_tokens"),
        refusal.figures().get("budget"));
  }

  private static ExplanationRequest request(Question question, String answer) {
    Question.Text text = question.text();
    return new ExplanationRequest(
        text.federation(),
        text.system(),
        text.context(),
        text.prompt(),
        answer,
        question.combiner(),
        budget(question));
  }

  private static @Nullable Long budget(Question question) {
    return question.show().budget().isPresent() ? question.show().budget().getAsLong() : null;
  }
}

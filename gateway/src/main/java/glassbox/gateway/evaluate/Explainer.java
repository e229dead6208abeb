package glassbox.gateway.evaluate;

import glassbox.contracts.explanation.Explanation;
import glassbox.contracts.explanation.ExplanationRequest;
import glassbox.gateway.downstream.DownstreamRefused;
import glassbox.gateway.downstream.DownstreamRefused.Refusal;
import glassbox.gateway.downstream.DownstreamUnavailable;
import glassbox.gateway.downstream.Inference;
import glassbox.gateway.limits.Admission;
import org.springframework.stereotype.Component;

/**
 * Asks for the explanation of an answer. The answer does not fall with it: a refusal (over budget)
 * and an absence are told as such in its place.
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
    Long budget =
        question.show().budget().isPresent() ? question.show().budget().getAsLong() : null;
    return new ExplanationRequest(
        text.federation(),
        text.system(),
        text.context(),
        text.prompt(),
        answer,
        question.combiner(),
        budget);
  }
}

package glassbox.gateway.evaluate;

import glassbox.contracts.run.Decision;
import glassbox.contracts.verdict.CriticReport;
import glassbox.contracts.verdict.GateDecision;
import glassbox.gateway.access.Caller;
import glassbox.gateway.esi.EsiOrder;
import glassbox.gateway.esi.EsiResult;
import glassbox.gateway.esi.EsiRunner;
import glassbox.gateway.evaluate.EvaluateResponse.Outcome;
import glassbox.gateway.evaluate.EvaluateResponse.Xai;
import glassbox.gateway.limits.Admission;
import glassbox.gateway.limits.Turnstile;
import glassbox.gateway.records.Recorded;
import glassbox.gateway.records.RunRecorder;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An evaluation that goes through phases, from the checked question to the recorded answer. */
@Component
final class PhasedEvaluations {
  private final Turnstile turnstile;
  private final Register register;
  private final EsiRunner runner;
  private final Explainer explainer;
  private final Submissions submissions;
  private final RunRecorder recorder;

  PhasedEvaluations(
      Turnstile turnstile,
      Register register,
      EsiRunner runner,
      Explainer explainer,
      Submissions submissions,
      RunRecorder recorder) {
    this.turnstile = turnstile;
    this.register = register;
    this.runner = runner;
    this.explainer = explainer;
    this.submissions = submissions;
    this.recorder = recorder;
  }

  /** Whether a question goes through phases. */
  boolean applies(Question question) {
    return question.text().answer() == null
        && runner.applies(question.phases().enabled(), question.text().federation());
  }

  EvaluateResponse evaluate(Caller caller, Question question, Follower follower) {
    int agents = runner.agents(asked(question), question.phases().choice());
    try (Admission admission = turnstile.admit(caller, agents * question.estimate())) {
      if (question.show().explain()) {
        explainer.requireBudget(question);
      }
      Register.Opened run = register.open();
      EsiResult result = runner.run(order(caller, question, run.runId()), follower::listener);
      admission.spend(PhasedResponses.spent(question, result));
      Decision decision = decision(result);
      Outcome outcome = outcome(question, result, decision);
      @Nullable Xai xai = xai(question, result, outcome, admission);
      Recorded recorded =
          recorder.record(submissions.of(caller, question, result, decision, run.startedAt()));
      register.answered(decision);
      return PhasedResponses.of(question, result, outcome, xai, recorded);
    }
  }

  private static EsiOrder.Asked asked(Question question) {
    Question.Text text = question.text();
    return new EsiOrder.Asked(text.federation(), text.system(), text.context(), text.prompt());
  }

  private static EsiOrder order(Caller caller, Question question, UUID runId) {
    return new EsiOrder(
        runId,
        caller.tenant(),
        asked(question),
        new EsiOrder.Drawing(
            question.decoding().seed(),
            question.decoding().doSample(),
            question.combiner(),
            question.legibility().routing()),
        new EsiOrder.Showing(
            question.show().topLogprobs(),
            question.show().blockAudit(),
            question.legibility().certificate(),
            caller.keepsContent()),
        question.phases().choice());
  }

  /** Committed only where run and report both say so; ungated where no critic was heard. */
  private static Decision decision(EsiResult result) {
    @Nullable CriticReport report = result.report();
    if (report == null) {
      return Decision.UNGATED;
    }
    return result.committed() && report.gate().outcome() == GateDecision.Outcome.COMMIT
        ? Decision.COMMITTED
        : Decision.PROVISIONAL;
  }

  /** A run that did not get to [Answer] has none to give. */
  private static Outcome outcome(Question question, EsiResult result, Decision decision) {
    return result.answer().isEmpty() ? Outcome.WITHHELD : Responses.outcome(question, decision);
  }

  private @Nullable Xai xai(
      Question question, EsiResult result, Outcome outcome, Admission admission) {
    return !question.show().explain() || outcome == Outcome.WITHHELD
        ? null
        : new Xai(explainer.explain(question, result.answer(), admission));
  }
}

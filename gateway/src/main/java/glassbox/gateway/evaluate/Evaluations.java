package glassbox.gateway.evaluate;

import glassbox.contracts.generation.Generation;
import glassbox.contracts.generation.GenerationRequest;
import glassbox.contracts.run.Decision;
import glassbox.contracts.verdict.CriticReport;
import glassbox.contracts.verdict.Scores;
import glassbox.gateway.access.Caller;
import glassbox.gateway.downstream.Inference;
import glassbox.gateway.evaluate.Bench.Ruling;
import glassbox.gateway.evaluate.EvaluateResponse.Outcome;
import glassbox.gateway.evaluate.EvaluateResponse.Xai;
import glassbox.gateway.limits.Admission;
import glassbox.gateway.limits.Turnstile;
import glassbox.gateway.records.Recorded;
import glassbox.gateway.records.RunRecorder;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One evaluation from the checked question to the recorded answer. */
@Component
final class Evaluations {
  private final PhasedEvaluations phased;
  private final Turnstile turnstile;
  private final Register register;
  private final Inference inference;
  private final Bench bench;
  private final Explainer explainer;
  private final Submissions submissions;
  private final RunRecorder recorder;

  Evaluations(
      PhasedEvaluations phased,
      Turnstile turnstile,
      Register register,
      Inference inference,
      Bench bench,
      Explainer explainer,
      Submissions submissions,
      RunRecorder recorder) {
    this.phased = phased;
    this.turnstile = turnstile;
    this.register = register;
    this.inference = inference;
    this.bench = bench;
    this.explainer = explainer;
    this.submissions = submissions;
    this.recorder = recorder;
  }

  EvaluateResponse evaluate(Caller caller, Question question, Follower follower) {
    return phased.applies(question)
        ? phased.evaluate(caller, question, follower)
        : plain(caller, question, follower);
  }

  private EvaluateResponse plain(Caller caller, Question question, Follower follower) {
    try (Admission admission = turnstile.admit(caller, question.estimate())) {
      if (question.show().explain()) {
        explainer.requireBudget(question);
      }
      Register.Opened run = register.open();
      Generation generation =
          follower.generation(inference, request(caller, question, run.runId()));
      admission.spend(spent(question, generation));
      Ruling ruling = bench.judge(question, generation);
      @Nullable CriticReport report = report(ruling);
      Decision decision = Submissions.decision(report);
      Outcome outcome = Responses.outcome(question, decision);
      @Nullable Xai xai = xai(question, generation, outcome, admission);
      Recorded recorded =
          recorder.record(submissions.of(caller, question, generation, report, run.startedAt()));
      register.answered(decision);
      return Responses.of(
          question, generation, outcome, gate(ruling), scores(ruling), xai, recorded);
    }
  }

  /** A certificate that was asked for costs the answer's tokens again; a sampled one is ours. */
  private static long spent(Question question, Generation generation) {
    long once = (long) generation.usage().promptTokens() + generation.usage().completionTokens();
    return generation.certificate().certified()
        ? once * (1 + question.legibility().samples())
        : once;
  }

  private static GenerationRequest request(Caller caller, Question question, UUID runId) {
    Question.Text text = question.text();
    return new GenerationRequest(
        runId,
        0,
        caller.tenant(),
        text.federation(),
        text.system(),
        text.context(),
        text.prompt(),
        text.answer(),
        question.decoding(),
        question.combiner(),
        question.show().topLogprobs(),
        question.show().blockAudit(),
        question.legibility().certificate(),
        question.legibility().routing(),
        caller.keepsContent(),
        null);
  }

  private static @Nullable CriticReport report(Ruling ruling) {
    return switch (ruling) {
      case Ruling.Reported(CriticReport report) -> report;
      case Ruling.Silent _ -> null;
    };
  }

  private static Gate gate(Ruling ruling) {
    return switch (ruling) {
      case Ruling.Reported(CriticReport report) -> Gate.judged(report);
      case Ruling.Silent(String reason) -> new Gate.Unavailable(reason);
    };
  }

  /** Scores stand beside the gate: where the critics cannot be asked there are none. */
  private static Scores scores(Ruling ruling) {
    return switch (ruling) {
      case Ruling.Reported(CriticReport report) ->
          Objects.requireNonNullElseGet(
              report.scores(), () -> Scores.unavailable("the critics gave no scores"));
      case Ruling.Silent(String reason) -> Scores.unavailable(reason);
    };
  }

  private @Nullable Xai xai(
      Question question, Generation generation, Outcome outcome, Admission admission) {
    if (!question.show().explain() || outcome == Outcome.WITHHELD || generation.text().isEmpty()) {
      return null;
    }
    return new Xai(explainer.explain(question, generation.text(), admission));
  }
}

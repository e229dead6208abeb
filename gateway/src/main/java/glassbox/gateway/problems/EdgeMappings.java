package glassbox.gateway.problems;

import glassbox.contracts.run.ContentState;
import glassbox.gateway.access.ScopeMissing;
import glassbox.gateway.access.Unauthenticated;
import glassbox.gateway.esi.ScaffoldUnsupported;
import glassbox.gateway.evaluate.IdempotencyInProgress;
import glassbox.gateway.evaluate.IdempotencyKeyReused;
import glassbox.gateway.evaluate.InvalidQuestion;
import glassbox.gateway.evaluate.ModelUnknown;
import glassbox.gateway.evaluate.TierUnavailable;
import glassbox.gateway.limits.LimitExceeded;
import glassbox.gateway.records.RecordNotDurable;
import glassbox.gateway.runs.ContentGone;
import glassbox.gateway.runs.RunPending;
import glassbox.shell.problem.FieldProblem;
import glassbox.shell.problem.ProblemException;
import glassbox.shell.problem.ProblemMapping;
import glassbox.shell.problem.StandardProblems;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the gateway itself refuses. */
@Configuration(proxyBeanMethods = false)
class EdgeMappings {
  private static final Duration SOON = Duration.ofSeconds(2);

  @Bean
  ProblemMapping unauthenticated() {
    return ProblemMapping.of(
        Unauthenticated.class,
        e ->
            StandardProblems.UNAUTHENTICATED.because(
                "Send a valid key as Authorization: Bearer KEY, or as X-API-Key."));
  }

  @Bean
  ProblemMapping scopeMissing() {
    return ProblemMapping.of(
        ScopeMissing.class,
        e ->
            GatewayProblems.SCOPE_MISSING
                .because("Use a key that has the scope " + e.scope().label() + ".")
                .with("scope", e.scope().label()));
  }

  @Bean
  ProblemMapping limitExceeded() {
    return ProblemMapping.of(LimitExceeded.class, EdgeMappings::limited);
  }

  private static ProblemException limited(LimitExceeded e) {
    return switch (e.kind()) {
      case TOKENS ->
          GatewayProblems.RATE_LIMITED
              .because("Wait as Retry-After says, or ask for fewer tokens.")
              .retryAfter(e.retryAfter());
      case CONCURRENCY ->
          GatewayProblems.TOO_MANY_CONCURRENT_REQUESTS
              .because("Wait for one of the requests in flight to end.")
              .retryAfter(e.retryAfter());
    };
  }

  @Bean
  ProblemMapping invalidQuestion() {
    return ProblemMapping.of(
        InvalidQuestion.class,
        e -> {
          List<FieldProblem> errors =
              e.faults().stream()
                  .map(fault -> new FieldProblem(fault.field(), fault.message()))
                  .toList();
          return StandardProblems.INVALID_REQUEST
              .because("Correct the fields that errors names.")
              .withErrors(errors);
        });
  }

  @Bean
  ProblemMapping modelUnknown() {
    return ProblemMapping.of(ModelUnknown.class, e -> modelNotFound());
  }

  static ProblemException modelNotFound() {
    return GatewayProblems.MODEL_NOT_FOUND
        .because("Send as model_path the alias of a federation that GET /v1/specialists lists.")
        .withError("model_path", "is not the alias of a federation");
  }

  @Bean
  ProblemMapping contentGone() {
    return ProblemMapping.of(
        ContentGone.class,
        e ->
            e.state() == ContentState.ERASED
                ? GatewayProblems.CONTENT_ERASED.because(
                    "It cannot be run again; its numbers and hashes can still be read.")
                : GatewayProblems.CONTENT_NOT_KEPT.because(
                    "Only runs of a tenant that keeps content can be run again."));
  }

  @Bean
  ProblemMapping tierUnavailable() {
    return ProblemMapping.of(
        TierUnavailable.class,
        e ->
            GatewayProblems.CREDIT_TIER_UNAVAILABLE
                .because("Ask for available tiers only: " + String.join(", ", e.available()) + ".")
                .withError("credit_tiers", "must hold available tiers only")
                .with("available", e.available()));
  }

  @Bean
  ProblemMapping scaffoldUnsupported() {
    return ProblemMapping.of(
        ScaffoldUnsupported.class,
        e ->
            GatewayProblems.SCAFFOLD_UNSUPPORTED
                .because("Ask without esi.enabled, or a federation that can.")
                .withError("esi.enabled", "must not be true for this federation"));
  }

  @Bean
  ProblemMapping idempotencyKeyReused() {
    return ProblemMapping.of(
        IdempotencyKeyReused.class,
        e ->
            GatewayProblems.IDEMPOTENCY_KEY_REUSED.because(
                "Send a new Idempotency-Key with a new request."));
  }

  @Bean
  ProblemMapping idempotencyInProgress() {
    return ProblemMapping.of(
        IdempotencyInProgress.class,
        e ->
            GatewayProblems.IDEMPOTENCY_IN_PROGRESS
                .because("Send the same request again in a moment.")
                .retryAfter(SOON));
  }

  @Bean
  ProblemMapping runPending() {
    return ProblemMapping.of(
        RunPending.class,
        e ->
            GatewayProblems.RUN_PENDING
                .because("The run is safe on the gateway's disk; read it when audit has it.")
                .retryAfter(SOON));
  }

  @Bean
  ProblemMapping recordNotDurable() {
    return ProblemMapping.of(
        RecordNotDurable.class,
        e ->
            GatewayProblems.RECORD_NOT_DURABLE
                .because("Try again when audit is back or the gateway's disk has room.")
                .causedBy(e)
                .retryAfter(SOON));
  }
}

package glassbox.gateway.problems;

import glassbox.shell.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** The gateway's own problem types; the shell has the ones that every service gives. */
final class GatewayProblems {
  static final ProblemType SCOPE_MISSING =
      new ProblemType("scope-missing", HttpStatus.FORBIDDEN, "The key lacks a scope");
  static final ProblemType RATE_LIMITED =
      new ProblemType(
          "rate-limited", HttpStatus.TOO_MANY_REQUESTS, "The tenant's tokens a minute are used up");
  static final ProblemType TOO_MANY_CONCURRENT_REQUESTS =
      new ProblemType(
          "too-many-concurrent-requests",
          HttpStatus.TOO_MANY_REQUESTS,
          "The tenant has too many requests in flight");
  static final ProblemType MODEL_NOT_FOUND =
      new ProblemType("model-not-found", HttpStatus.NOT_FOUND, "No federation has this alias");
  static final ProblemType CREDIT_TIER_UNAVAILABLE =
      new ProblemType(
          "credit-tier-unavailable",
          HttpStatus.UNPROCESSABLE_CONTENT,
          "A credit tier is not available");
  static final ProblemType SCAFFOLD_UNSUPPORTED =
      new ProblemType(
          "scaffold-unsupported",
          HttpStatus.UNPROCESSABLE_CONTENT,
          "The federation's models do not write scaffolds");
  static final ProblemType IDEMPOTENCY_KEY_REUSED =
      new ProblemType(
          "idempotency-key-reused",
          HttpStatus.UNPROCESSABLE_CONTENT,
          "The idempotency key belongs to another request");
  static final ProblemType IDEMPOTENCY_IN_PROGRESS =
      new ProblemType(
          "idempotency-in-progress",
          HttpStatus.CONFLICT,
          "The first request with this key is still running");
  static final ProblemType RUN_PENDING =
      new ProblemType("run-pending", HttpStatus.NOT_FOUND, "The run is not readable yet");
  static final ProblemType CONTENT_ERASED =
      new ProblemType(
          "content-erased", HttpStatus.CONFLICT, "The run's texts and token ids are erased");
  static final ProblemType CONTENT_NOT_KEPT =
      new ProblemType(
          "content-not-kept", HttpStatus.CONFLICT, "The run's texts and token ids were never kept");
  static final ProblemType RECORD_NOT_DURABLE =
      new ProblemType(
          "record-not-durable",
          HttpStatus.SERVICE_UNAVAILABLE,
          "The record cannot be made durable, so there is no answer");
  static final ProblemType INFERENCE_UNAVAILABLE = unavailable("inference");
  static final ProblemType CRITIC_UNAVAILABLE = unavailable("critic");
  static final ProblemType AUDIT_UNAVAILABLE = unavailable("audit");
  static final ProblemType DOWNSTREAM_REFUSED =
      new ProblemType(
          "downstream-refused", HttpStatus.BAD_GATEWAY, "A service does not take our call");

  private GatewayProblems() {}

  private static ProblemType unavailable(String service) {
    return new ProblemType(
        service + "-unavailable",
        HttpStatus.SERVICE_UNAVAILABLE,
        "The " + service + " service does not answer");
  }
}

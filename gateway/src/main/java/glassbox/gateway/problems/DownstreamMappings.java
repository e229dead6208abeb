package glassbox.gateway.problems;

import glassbox.gateway.downstream.DownstreamRefused;
import glassbox.gateway.downstream.DownstreamRefused.Refusal;
import glassbox.gateway.downstream.DownstreamUnavailable;
import glassbox.gateway.downstream.DownstreamUnavailable.Reason;
import glassbox.gateway.downstream.Service;
import glassbox.shell.problem.FieldProblem;
import glassbox.shell.problem.ProblemException;
import glassbox.shell.problem.ProblemMapping;
import glassbox.shell.problem.ProblemType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/** What the services behind the gateway refuse, or do not answer. */
@Configuration(proxyBeanMethods = false)
class DownstreamMappings {
  private static final Logger LOG = LoggerFactory.getLogger(DownstreamMappings.class);

  /** Internal names of fields, and what the caller knows them as. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "federation", "model_path",
          "system", "system_prompt_text",
          "decoding", "generation_config");

  @Bean
  ProblemMapping downstreamUnavailable() {
    return ProblemMapping.of(DownstreamUnavailable.class, DownstreamMappings::unavailable);
  }

  private static ProblemException unavailable(DownstreamUnavailable e) {
    if (e.reason() == Reason.NOT_DURABLE) {
      return GatewayProblems.RECORD_NOT_DURABLE
          .because("Try again when audit is back or the service's disk has room.")
          .retryAfter(e.retryAfter());
    }
    return type(e.service())
        .because("Try again as Retry-After says; nothing was answered or charged for good.")
        .with("service", e.service().label())
        .with("reason", e.reason().label())
        .causedBy(e)
        .retryAfter(e.retryAfter());
  }

  private static ProblemType type(Service service) {
    return switch (service) {
      case INFERENCE -> GatewayProblems.INFERENCE_UNAVAILABLE;
      case CRITIC -> GatewayProblems.CRITIC_UNAVAILABLE;
      case AUDIT -> GatewayProblems.AUDIT_UNAVAILABLE;
    };
  }

  @Bean
  ProblemMapping downstreamRefused() {
    return ProblemMapping.of(DownstreamRefused.class, DownstreamMappings::refused);
  }

  /** A problem of the house is the caller's; anything else is a fault between our services. */
  private static ProblemException refused(DownstreamRefused e) {
    if (e.is("unknown-federation")) {
      return EdgeMappings.modelNotFound();
    }
    Refusal refusal = e.refusal();
    String type = Objects.requireNonNullElse(refusal.type(), "");
    HttpStatus status = HttpStatus.resolve(refusal.status());
    String name = type.startsWith(ProblemType.URN) ? type.substring(ProblemType.URN.length()) : "";
    if (status == null || !name.matches("[a-z0-9]+(-[a-z0-9]+)*") || isOurFault(name)) {
      LOG.error("{}", e.getMessage());
      return GatewayProblems.DOWNSTREAM_REFUSED
          .because("Report this: the services do not fit together.")
          .with("service", e.service().label());
    }
    ProblemException problem =
        new ProblemType(name, status, Objects.requireNonNullElse(refusal.title(), name))
            .because(Objects.requireNonNullElse(refusal.detail(), "See the fields in errors."))
            .withErrors(errors(refusal));
    for (Map.Entry<String, Long> figure : refusal.figures().entrySet()) {
      problem = problem.with(figure.getKey(), figure.getValue());
    }
    return problem;
  }

  private static boolean isOurFault(String name) {
    return switch (name) {
      case "malformed-json",
          "unknown-field",
          "not-found",
          "method-not-allowed",
          "not-acceptable",
          "unsupported-media-type" ->
          true;
      default -> false;
    };
  }

  private static List<FieldProblem> errors(Refusal refusal) {
    return refusal.errors().stream()
        .map(error -> new FieldProblem(outward(error.field()), error.message()))
        .toList();
  }

  private static String outward(String field) {
    int dot = field.indexOf('.');
    String head = dot < 0 ? field : field.substring(0, dot);
    String tail = dot < 0 ? "" : field.substring(dot);
    return FIELDS.getOrDefault(head, head) + tail;
  }
}

package glassbox.gateway.downstream;

import glassbox.gateway.downstream.DownstreamRefused.FieldMessage;
import glassbox.gateway.downstream.DownstreamRefused.Refusal;
import glassbox.gateway.downstream.DownstreamUnavailable.Reason;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns what the HTTP client throws into the two failures of this package. */
final class Failures {
  private static final long LONGEST_WAIT_SECONDS = 300;

  private final JsonMapper json;

  Failures(JsonMapper json) {
    this.json = json;
  }

  RuntimeException of(Service service, RestClientException failure) {
    if (failure instanceof RestClientResponseException answered) {
      return answered(service, answered);
    }
    if (failure instanceof ResourceAccessException broken) {
      return new DownstreamUnavailable(service, reason(broken), broken);
    }
    return new DownstreamUnavailable(
        service, timedOut(failure) ? Reason.TIMEOUT : Reason.UNREADABLE, failure);
  }

  /** An answer whose end did not come in time is read as far as it came. */
  private static boolean timedOut(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(HttpTimeoutException.class::isInstance);
  }

  private static Reason reason(ResourceAccessException broken) {
    Throwable cause = broken.getCause();
    if (cause instanceof HttpTimeoutException) {
      return Reason.TIMEOUT;
    }
    return cause instanceof IOException ? Reason.UNREACHABLE : Reason.ERROR;
  }

  /** A problem that a service tells in the middle of an answer. */
  RuntimeException told(Service service, byte[] problem) {
    int status = 500;
    try {
      status = json.readTree(problem).path("status").asInt(500);
    } catch (JacksonException unreadable) {
      return new DownstreamUnavailable(service, Reason.UNREADABLE, unreadable);
    }
    return answered(
        service,
        new RestClientResponseException(
            "told in an event", status < 400 ? 500 : status, "", null, problem, null));
  }

  private RuntimeException answered(Service service, RestClientResponseException answer) {
    Refusal refusal = refusal(answer);
    Duration wait = retryAfter(answer.getResponseHeaders());
    int status = answer.getStatusCode().value();
    if (status == 429) {
      return new DownstreamUnavailable(service, Reason.BUSY, wait, answer);
    }
    if (status == 401 || status == 403 || status < 400) {
      return new DownstreamUnavailable(service, Reason.ERROR, wait, answer);
    }
    if (status >= 500) {
      return new DownstreamUnavailable(service, serverReason(refusal), wait, answer);
    }
    return new DownstreamRefused(service, refusal);
  }

  private static Reason serverReason(Refusal refusal) {
    String type = refusal.type() == null ? "" : refusal.type();
    return switch (type.substring(type.lastIndexOf(':') + 1)) {
      case "record-unavailable", "record-refused" -> Reason.NOT_DURABLE;
      case "busy" -> Reason.BUSY;
      default -> Reason.ERROR;
    };
  }

  private static Duration retryAfter(@Nullable HttpHeaders headers) {
    String value = headers == null ? null : headers.getFirst(HttpHeaders.RETRY_AFTER);
    if (value == null || !value.matches("[0-9]{1,6}")) {
      return Duration.ofSeconds(2);
    }
    return Duration.ofSeconds(Math.clamp(Long.parseLong(value), 1, LONGEST_WAIT_SECONDS));
  }

  private Refusal refusal(RestClientResponseException answer) {
    int status = answer.getStatusCode().value();
    try {
      JsonNode problem = json.readTree(answer.getResponseBodyAsByteArray());
      return new Refusal(
          status,
          text(problem, "type"),
          text(problem, "title"),
          text(problem, "detail"),
          errors(problem.path("errors")),
          figures(problem));
    } catch (JacksonException e) {
      return new Refusal(status, null, null, null, List.of(), Map.of());
    }
  }

  private static List<FieldMessage> errors(JsonNode nodes) {
    List<FieldMessage> errors = new ArrayList<>();
    for (JsonNode node : nodes) {
      String field = text(node, "field");
      String message = text(node, "message");
      if (field != null && message != null) {
        errors.add(new FieldMessage(field, message));
      }
    }
    return errors;
  }

  private static Map<String, Long> figures(JsonNode problem) {
    Map<String, Long> figures = new TreeMap<>();
    for (Map.Entry<String, JsonNode> member : problem.properties()) {
      if (member.getValue().isIntegralNumber() && !member.getKey().equals("status")) {
        figures.put(member.getKey(), member.getValue().asLong());
      }
    }
    return figures;
  }

  private static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isString() ? value.stringValue() : null;
  }
}

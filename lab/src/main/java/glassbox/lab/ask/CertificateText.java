package glassbox.lab.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** An answer's legibility certificate in lines, and its tokens' concepts. */
record CertificateText(JsonNode answer) {

  List<String> lines() {
    JsonNode certificate = answer.path("certificate");
    if (!certificate.isObject()) {
      return List.of();
    }
    if (!certificate.path("certified").asBoolean(false)) {
      return List.of("no certificate: " + why(certificate.path("reason").asString("")));
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "certificate: delta mean %.4f, p95 %.4f, max %.4f over %d tokens; same first choice at"
                + " %.1f%%",
            number(certificate, "delta_mean"),
            number(certificate, "delta_p95"),
            number(certificate, "delta_max"),
            certificate.path("tokens").asInt(0),
            100 * number(certificate, "agreement")));
    if (!certificate.path("trusted").asBoolean(false)) {
      lines.add(certificate.path("statement").asString("not to be trusted"));
    }
    return lines;
  }

  private static double number(JsonNode certificate, String name) {
    return certificate.path(name).asDouble(Double.NaN);
  }

  private static String why(String reason) {
    return switch (reason) {
      case "not_requested" -> "not asked for";
      case "over_allowance" -> "this answer was not sampled; --certificate full certifies it";
      case "busy" -> "the models were busy; --certificate full insists";
      case "no_bottlenecks" -> "a specialist has no bottlenecks";
      case "no_tokens" -> "the answer has no tokens";
      case String other -> other;
    };
  }

  /** One line a token: its delta and its most active concept. */
  List<String> concepts() {
    return answer.path("tokens").valueStream().map(this::token).toList();
  }

  private String token(JsonNode token) {
    JsonNode delta = token.path("delta");
    String measured = delta.isNumber() ? String.format(Locale.ROOT, "%.4f", delta.asDouble()) : "-";
    return "%-16s delta %-7s%s %s"
        .formatted(
            AnswerText.visible(token.path("token").asString("")),
            measured,
            above(delta) ? "!" : " ",
            token.path("concepts").valueStream().findFirst().map(this::concept).orElse("-"));
  }

  private boolean above(JsonNode delta) {
    JsonNode bar = answer.at("/certificate/bar");
    return delta.isNumber() && bar.isNumber() && delta.asDouble() > bar.asDouble();
  }

  private String concept(JsonNode concept) {
    String name = concept.path("name").asString("");
    String label =
        Optional.of(concept.path("label"))
            .filter(JsonNode::isString)
            .map(l -> " " + l.asString())
            .orElse("");
    return String.format(
        Locale.ROOT,
        "%s%s %.2f (%s)",
        name,
        label,
        concept.path("activation").asDouble(0),
        concept.path("specialist").asString(""));
  }
}

package glassbox.lab.ask;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * An evaluation in lines for a terminal.
 *
 * @param answer body of {@code POST /glad/evaluate}, asked with {@code explain: true}
 * @param gateway where its run can be read
 * @param palette colours
 * @param concepts whether each token's delta and top concept are shown
 */
record AnswerText(JsonNode answer, URI gateway, Palette palette, boolean concepts) {

  private static final int TOKENS_A_LINE_PLAIN = 8;

  List<String> lines() {
    List<String> specialists =
        answer
            .at("/attribution/per_specialist")
            .valueStream()
            .map(share -> share.path("id").asString())
            .toList();
    CertificateText certificate = new CertificateText(answer);
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(palette.bold(new DecisionText(answer).line()));
    lines.add(painted(specialists));
    if (palette == Palette.PLAIN) {
      lines.addAll(leaders(specialists));
    }
    if (concepts) {
      lines.add("");
      lines.addAll(certificate.concepts());
    }
    lines.add("");
    List<String> phases = new PhasesText(answer).lines();
    if (!phases.isEmpty()) {
      lines.addAll(phases);
      lines.add("");
    }
    lines.addAll(shares());
    lines.add("");
    lines.addAll(verdicts());
    lines.addAll(new ScoreText(answer).lines());
    lines.add("");
    lines.add(sum());
    lines.addAll(certificate.lines());
    lines.add(record());
    return lines;
  }

  private String painted(List<String> specialists) {
    if (answer.path("tokens").isEmpty()) {
      return answer.path("answer").asString("");
    }
    return answer
        .path("tokens")
        .valueStream()
        .map(
            token ->
                palette.paint(
                    Math.max(0, specialists.indexOf(leader(token))),
                    token.path("token").asString("")))
        .collect(Collectors.joining());
  }

  /** Without colours: each token with the number of the specialist that wanted it most. */
  private List<String> leaders(List<String> specialists) {
    List<String> marks =
        answer
            .path("tokens")
            .valueStream()
            .map(
                token ->
                    "%s[%d %.0f%%]"
                        .formatted(
                            visible(token.path("token").asString("")),
                            1 + specialists.indexOf(leader(token)),
                            100 * largestShare(token)))
            .toList();
    List<String> lines = new ArrayList<>();
    for (int from = 0; from < marks.size(); from += TOKENS_A_LINE_PLAIN) {
      int to = Math.min(marks.size(), from + TOKENS_A_LINE_PLAIN);
      lines.add("  " + String.join(" ", marks.subList(from, to)));
    }
    return lines;
  }

  /** A special token has no text of its own. */
  static String visible(String token) {
    return token.isEmpty() ? "<>" : token.replace("\n", "\\n");
  }

  private static String leader(JsonNode token) {
    String leader = "";
    double most = -1;
    for (JsonNode specialist : token.path("per_specialist")) {
      if (specialist.path("share").asDouble(0) > most) {
        most = specialist.path("share").asDouble(0);
        leader = specialist.path("id").asString("");
      }
    }
    return leader;
  }

  private static double largestShare(JsonNode token) {
    return token
        .path("per_specialist")
        .valueStream()
        .mapToDouble(specialist -> specialist.path("share").asDouble(0))
        .max()
        .orElse(0);
  }

  private List<String> shares() {
    List<String> lines = new ArrayList<>();
    int index = 0;
    for (JsonNode share : answer.at("/attribution/per_specialist")) {
      double part = share.path("share").asDouble(0);
      String bar = "#".repeat((int) Math.round(part * 20));
      String line =
          String.format(
              Locale.ROOT,
              "%d %-18s %5.1f%% %-20s leads %d tokens, overruled at %d",
              index + 1,
              share.path("id").asString(),
              100 * part,
              bar,
              share.path("tokens_led").asInt(0),
              share.path("tokens_overruled").asInt(0));
      lines.add(palette.paint(index, line));
      index++;
    }
    return lines;
  }

  private List<String> verdicts() {
    JsonNode gate = answer.path("gate");
    List<String> lines = new ArrayList<>();
    for (JsonNode verdict : gate.path("verdicts")) {
      String outcome = verdict.path("outcome").asString("");
      lines.add("%-14s %s".formatted(verdict.path("critic").asString(""), outcome));
      verdict
          .path("findings")
          .valueStream()
          .forEach(finding -> lines.add("    " + finding.path("message").asString("")));
      if (verdict.hasNonNull("reason")) {
        lines.add("    " + verdict.path("reason").asString(""));
      }
    }
    if (gate.path("csa").isNumber()) {
      String chi =
          gate.path("chi").isNumber()
              ? String.format(Locale.ROOT, ", chi %.3f", gate.path("chi").asDouble())
              : "";
      lines.add(
          String.format(Locale.ROOT, "agreement (CSA) %.2f%s", gate.path("csa").asDouble(), chi));
    }
    gate.path("reasons").valueStream().forEach(reason -> lines.add("  " + reason.asString("")));
    if (gate.hasNonNull("reason")) {
      lines.add("critics unavailable: " + gate.path("reason").asString(""));
    }
    return lines;
  }

  private String sum() {
    JsonNode sum = answer.path("reconciliation");
    return String.format(
        Locale.ROOT,
        "largest residual %.1e nats over %d tokens: %s",
        sum.path("max_residual").asDouble(Double.NaN),
        answer.at("/generation_diagnostics/completion_tokens").asInt(answer.path("tokens").size()),
        sum.path("level").asString("?"));
  }

  private String record() {
    JsonNode audit = answer.path("audit");
    return "record "
        + palette.dim(audit.path("record_hash").asString("?"))
        + " "
        + audit.path("state").asString("?")
        + "\n"
        + gateway.resolve("/v1/runs/" + answer.path("run_id").asString(""));
  }
}

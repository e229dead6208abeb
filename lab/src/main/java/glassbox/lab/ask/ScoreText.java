package glassbox.lab.ask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The scores of an answer in lines, each with what pushed it most. */
record ScoreText(JsonNode answer) {

  private static final int MOST_PARTS = 4;

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    add(lines, "hallucination", answer.path("hallucination"));
    add(lines, "unsafe prompt", answer.at("/safety/prompt"));
    add(lines, "unsafe answer", answer.at("/safety/answer"));
    return lines;
  }

  private static void add(List<String> lines, String name, JsonNode score) {
    if (score.isObject()) {
      lines.add("%-14s %s".formatted(name, text(score)));
    }
  }

  private static String text(JsonNode score) {
    if (!score.path("score").isNumber()) {
      return "unavailable: " + score.path("reason").asString("");
    }
    String probability =
        score.path("probability").isNumber()
            ? String.format(Locale.ROOT, "probability %.3f", score.path("probability").asDouble())
            : "no probability: fitted on other models";
    return String.format(
        Locale.ROOT,
        "%s, score %.3f of %.3f, %s; %s",
        score.path("decision").asString(""),
        score.path("score").asDouble(),
        score.path("threshold").asDouble(),
        probability,
        parts(score));
  }

  private static String parts(JsonNode score) {
    return score
        .path("per_signal")
        .valueStream()
        .filter(part -> part.path("contribution").asDouble(0) != 0)
        .sorted(Comparator.comparingDouble(part -> -Math.abs(part.path("contribution").asDouble())))
        .limit(MOST_PARTS)
        .map(
            part ->
                String.format(
                    Locale.ROOT,
                    "%s %+.2f",
                    part.path("signal").asString(""),
                    part.path("contribution").asDouble()))
        .collect(Collectors.joining(", "));
  }
}

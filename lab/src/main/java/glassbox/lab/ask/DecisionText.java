package glassbox.lab.ask;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What an answer is worth, in one line, with what in the gate failed. */
record DecisionText(JsonNode answer) {

  String line() {
    return switch (answer.path("decision").asString("")) {
      case "committed" -> "Answer (the gate let it through)";
      case "provisional" -> "Answer (PROVISIONAL, check it: " + failed() + ")";
      case "ungated" -> "Answer (UNGATED: the critics could not be asked)";
      case "withheld" -> "Answer withheld: " + failed();
      case String other -> "Answer (" + other + ")";
    };
  }

  /** The gate's own reasons: chi over its bar, CSA under its bar, a mandatory critic. */
  private String failed() {
    JsonNode gate = answer.path("gate");
    List<String> reasons =
        gate.path("reasons").valueStream().map(reason -> reason.asString("")).toList();
    if (!reasons.isEmpty()) {
      return reasons.stream().collect(Collectors.joining("; "));
    }
    return gate.hasNonNull("reason")
        ? "the critics could not be asked (" + gate.path("reason").asString() + ")"
        : "the gate gave no reason";
  }
}

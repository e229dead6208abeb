package glassbox.lab.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What was written in each field, and the course of a run through phases; nothing without one. */
record PhasesText(JsonNode answer) {

  List<String> lines() {
    JsonNode esi = answer.path("esi");
    if (!esi.has("record")) {
      return List.of();
    }
    var lines = new ArrayList<String>();
    for (JsonNode field : esi.path("fields")) {
      lines.add(
          "%-10s %s"
              .formatted(
                  "[" + capitalised(field.path("field").asString("")) + "]",
                  field.path("text").asString("")));
    }
    lines.add(course(esi.path("record")));
    return lines;
  }

  private static String course(JsonNode run) {
    String stages =
        run.path("stages")
            .valueStream()
            .map(stage -> stage.path("stage").asString(""))
            .collect(Collectors.joining(" > "));
    return "%s (%d passes, %d repairs, domain %s)"
        .formatted(
            stages,
            run.path("passes").size(),
            run.path("repairs").asInt(0),
            run.path("domain").asString("?"));
  }

  private static String capitalised(String name) {
    return name.isEmpty()
        ? name
        : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}

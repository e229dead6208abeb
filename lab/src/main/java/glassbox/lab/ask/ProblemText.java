package glassbox.lab.ask;

import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A problem (RFC 9457) in words. */
record ProblemText(JsonNode problem) {

  Stream<String> lines() {
    Stream<String> head =
        Stream.of(
            problem.path("title").asString("The request failed")
                + " ("
                + problem.path("status").asString("?")
                + ", "
                + problem.path("type").asString("about:blank")
                + ")",
            problem.path("detail").asString(""));
    Stream<String> fields =
        problem
            .path("errors")
            .valueStream()
            .map(
                error ->
                    "  "
                        + error.path("field").asString()
                        + ": "
                        + error.path("message").asString());
    return Stream.concat(head, fields).filter(line -> !line.isBlank());
  }
}

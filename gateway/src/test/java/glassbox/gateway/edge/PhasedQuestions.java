package glassbox.gateway.edge;

import java.util.Map;

/** Questions to the federation whose stand-in writes a scaffold. */
final class PhasedQuestions {
  static final String QUESTION = "How many grams are 3 kg?";

  private PhasedQuestions() {}

  /** A request's body; {@code members} follow a comma. */
  static String ask(String prompt, String members) {
    return Peers.JSON
        .writeValueAsString(Map.of("model_path", "phases", "prompt", prompt, "domain", "tools"))
        .replaceFirst("}$", members + "}");
  }
}

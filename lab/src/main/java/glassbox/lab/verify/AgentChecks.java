package glassbox.lab.verify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Whether what a record says of several agents follows from how each went: chosen is one whose gate
 * opened, of those the one of the lowest chi; where no gate opened nobody is.
 */
final class AgentChecks {
  private static final double TOLERANCE = 1e-9;

  private final JsonNode esi;
  private final JsonNode agents;
  private final List<Finding> wrong = new ArrayList<>();

  private AgentChecks(JsonNode esi, JsonNode agents) {
    this.esi = esi;
    this.agents = agents;
  }

  /** What is wrong; nothing for a run of one. */
  static List<Finding> wrong(JsonNode esi) {
    AgentChecks checks = new AgentChecks(esi, esi.path("agents"));
    if (checks.agents.isObject()) {
      checks.writers();
      checks.choice();
      checks.supports();
    } else if (esi.path("passes").valueStream().anyMatch(pass -> pass.has("agent"))) {
      checks.wrong.add(Finding.of("a pass names an agent, and the record tells of none"));
    }
    return checks.wrong;
  }

  /** The last ruling of a course, if it was on the answer and opened the gate. */
  static Optional<JsonNode> opened(JsonNode course) {
    JsonNode judgements = Envelope.array(course, "judgements");
    return judgements.isEmpty()
        ? Optional.empty()
        : Optional.of(judgements.get(judgements.size() - 1))
            .filter(judgement -> Envelope.text(judgement, "phase").equals("answer"))
            .filter(judgement -> judgement.path("open").asBoolean(false));
  }

  private static boolean passed(JsonNode course) {
    return opened(course).isPresent() && !course.has("failure");
  }

  private JsonNode others() {
    return Envelope.array(agents, "others");
  }

  private void writers() {
    Set<String> names = new HashSet<>(Set.of(Envelope.text(agents, "speaker")));
    for (JsonNode other : others()) {
      if (!names.add(Envelope.text(other, "agent"))) {
        wrong.add(Finding.of("two agents have one name"));
      }
    }
    for (JsonNode pass : Envelope.array(esi, "passes")) {
      if (!names.contains(pass.path("agent").asString(""))) {
        wrong.add(Finding.inPass(Envelope.integer(pass, "number"), "it is of none of the agents"));
      }
    }
  }

  private void choice() {
    boolean chosen = agents.path("chosen").asBoolean(false);
    Set<String> passed = new HashSet<>();
    for (JsonNode other : others()) {
      if (passed(other)) {
        passed.add(Envelope.text(other, "agent"));
        if (chosen && chi(other) < chi(esi) - TOLERANCE) {
          wrong.add(Finding.of("%s passed with a lower chi than the one chosen", name(other)));
        }
      }
    }
    if (chosen != passed(esi)) {
      wrong.add(Finding.of("the speaker is chosen exactly where its gate opened, and it is not"));
    }
    if (!chosen && !passed.isEmpty()) {
      wrong.add(Finding.of("%s passed, and nobody was chosen", String.join(", ", passed)));
    }
    Set<String> told = new HashSet<>(names("agreeing"));
    told.addAll(names("dissenting"));
    if (chosen && !told.equals(passed)) {
      wrong.add(Finding.of("those that agree or dissent are not those that passed"));
    }
  }

  private static String name(JsonNode course) {
    return Envelope.text(course, "agent");
  }

  private static double chi(JsonNode course) {
    return opened(course)
        .map(judgement -> judgement.path("chi").path("value").asDouble(1))
        .orElse(1.0);
  }

  private List<String> names(String member) {
    return Envelope.array(agents, member).valueStream().map(n -> n.asString("")).toList();
  }

  /** The evidence is what the claims of the chosen and of those that agree rest on. */
  private void supports() {
    Set<String> speaking = new HashSet<>(names("agreeing"));
    speaking.add(Envelope.text(agents, "speaker"));
    Set<String> rests = new HashSet<>();
    for (JsonNode claim : Envelope.array(esi.path("trace"), "claims")) {
      if (speaking.contains(Envelope.text(claim, "id").split("\\.", 2)[0])) {
        claim.path("supports").forEach(support -> rests.add(support.asString("")));
      }
    }
    if (agents.path("chosen").asBoolean(false) && !rests.equals(new HashSet<>(names("supports")))) {
      wrong.add(Finding.of("the evidence is not that of the chosen and of those that agree"));
    }
  }
}

package glassbox.lab.phases;

import glassbox.lab.world.grading.Grade;
import glassbox.lab.world.grading.Grader;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One line: Part 10.8 of the source, with the setting, the decision and the grade. */
record Row(ObjectNode json) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final double GATE_CHI = 0.35;

  static Row read(String line) {
    return new Row((ObjectNode) JSON.readTree(line));
  }

  static Row of(Question question, long seed, Ablation ablation, StackClient.Answer answer) {
    ObjectNode row = JSON.createObjectNode();
    JsonNode body = answer.body();
    JsonNode esi = body.at("/esi/record");
    row.put("run_id", body.path("run_id").asString(""));
    row.put("task_id", question.id());
    row.put("seed", seed);
    row.put("setting", ablation.id());
    row.put("attack", question.attack());
    row.put("domain", question.task().domain().id());
    row.put("family", question.task().family());
    row.put("status", answer.status());
    row.put("decision", body.path("decision").asString(""));
    String said = body.path("answer").asString("");
    Grade grade = Grader.grade(question.task(), said);
    row.put("answer", said);
    row.put("grade", grade.reason());
    grid(row.putObject("grid"), esi);
    metrics(row.putObject("metrics"), grade, answer, esi, body);
    ObjectNode critics = row.putObject("critics");
    for (JsonNode verdict : body.at("/gate/verdicts")) {
      critics.put(verdict.path("critic").asString(""), verdict.path("outcome").asString(""));
    }
    row.put("failure", esi.at("/failure/cause").asString(""));
    row.put("block", esi.at("/failure/block").asString(""));
    row.put("scaffold_tokens", esi.at("/starch/used").asInt(0));
    ArrayNode trace = row.putArray("trace_digest");
    for (JsonNode fragment : esi.at("/trace/fragments")) {
      trace.add(fragment.path("tool").asString("") + "#" + fragment.path("id").asString(""));
    }
    ObjectNode model = row.putObject("model");
    model.put("name", body.at("/model_metadata/model_path").asString(""));
    model.put("backend", "glassbox " + body.at("/model_metadata/build").asString(""));
    row.put("configuration_hash", esi.path("configuration_hash").asString(""));
    return new Row(row);
  }

  private static void grid(ObjectNode grid, JsonNode esi) {
    ArrayNode temps = grid.putArray("T");
    ArrayNode topP = grid.putArray("top_p");
    for (JsonNode heat : esi.path("schedule")) {
      temps.add(heat.path("temperature").asDouble(0));
      topP.add(heat.path("top_p").asDouble(0));
    }
    grid.put("S", esi.at("/starch/share").asDouble(0));
    grid.put("K", "mid");
  }

  private static void metrics(
      ObjectNode metrics, Grade grade, StackClient.Answer answer, JsonNode esi, JsonNode body) {
    metrics.put("success", grade.right());
    metrics.put("committed", body.path("decision").asString("").equals("committed"));
    JsonNode chi = body.at("/gate/chi");
    if (chi.isNumber()) {
      metrics.put("chi", chi.asDouble());
      ObjectNode components = metrics.putObject("chi_components");
      components.put("entropy", body.at("/gate/components/collapse").asDouble(0));
      components.put("loop", body.at("/gate/components/loop").asDouble(0));
      components.put("contradiction", body.at("/gate/components/contradiction").asDouble(0));
    }
    if (body.at("/gate/csa").isNumber()) {
      metrics.put("csa", body.at("/gate/csa").asDouble());
    }
    metrics.put("trace_redundancy", esi.at("/trace/redundancy").asDouble(0));
    metrics.put("latency_ms", answer.millis());
    metrics.put("decoding_ms", esi.at("/costs/decoding").asDouble(0));
    metrics.put("overhead", esi.at("/costs/share").asDouble(0));
    metrics.put("passes", esi.path("passes").size());
    metrics.put("repair_used", esi.path("repairs").asInt(0) > 0);
  }

  String key() {
    return text("task_id") + " " + json.path("seed").asLong() + " " + text("setting");
  }

  String text(String name) {
    return json.path(name).asString("");
  }

  boolean success() {
    return json.at("/metrics/success").asBoolean(false);
  }

  boolean committed() {
    return json.at("/metrics/committed").asBoolean(false);
  }

  boolean repaired() {
    return json.at("/metrics/repair_used").asBoolean(false);
  }

  /** A number of the metrics; none where it was not measured. */
  List<Double> metric(String name) {
    JsonNode value = json.at("/metrics/" + name);
    List<Double> found = new ArrayList<>();
    if (value.isNumber()) {
      found.add(value.asDouble());
    }
    return found;
  }

  /** What kept the answer back: the failure's cause, and who did not pass it. */
  String obstacle() {
    List<String> against = new ArrayList<>();
    json.path("critics")
        .properties()
        .forEach(
            entry -> {
              String outcome = entry.getValue().asString("");
              if (!outcome.equals("passed")) {
                against.add(entry.getKey() + " " + outcome);
              }
            });
    boolean over = metric("chi").stream().anyMatch(chi -> chi > GATE_CHI);
    if (over) {
      against.add("chi over " + GATE_CHI);
    }
    return text("failure") + " | " + String.join(", ", against);
  }

  /** Why a wrong answer was committed: what let it pass, as far as the row tells. */
  String cause() {
    double chi = metric("chi").stream().findFirst().orElse(1.0);
    return "%s, %s; chi %.3f of %.2f; critics %s"
        .formatted(text("family"), text("grade"), chi, GATE_CHI, json.path("critics"));
  }
}

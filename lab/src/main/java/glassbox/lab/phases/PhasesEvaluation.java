package glassbox.lab.phases;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Asks every question under every seed, and keeps a line of each; lines that are there stay. */
final class PhasesEvaluation {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final StackClient stack;
  private final Path lines;
  private final String federation;
  private final PrintWriter progress;

  PhasesEvaluation(StackClient stack, Path lines, String federation, PrintWriter progress) {
    this.stack = stack;
    this.lines = lines;
    this.federation = federation;
    this.progress = progress;
  }

  List<Row> run(List<Question> questions, List<Long> seeds, Ablation ablation)
      throws IOException, InterruptedException {
    Map<String, Row> known = known();
    List<Row> rows = new ArrayList<>();
    long began = System.nanoTime();
    int asked = 0;
    int total = questions.size() * seeds.size();
    try (BufferedWriter out =
        Files.newBufferedWriter(lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (long seed : seeds) {
        for (Question question : questions) {
          Row row = known.get(question.id() + " " + seed + " " + ablation.id());
          if (row == null) {
            row =
                Row.of(question, seed, ablation, stack.evaluate(request(question, seed, ablation)));
            out.write(row.json() + "\n");
            out.flush();
            asked++;
          }
          rows.add(row);
          report(rows.size(), total, asked, began);
        }
      }
    }
    return rows;
  }

  private void report(int done, int total, int asked, long began) {
    if (done % 25 == 0 && asked > 0) {
      double each = (System.nanoTime() - began) / 1e9 / asked;
      progress.printf(
          "%d of %d, %.1f s each, %.0f s to go%n", done, total, each, each * (total - done));
      progress.flush();
    }
  }

  private Map<String, Row> known() throws IOException {
    Map<String, Row> known = new HashMap<>();
    if (Files.exists(lines)) {
      for (String line : Files.readAllLines(lines)) {
        if (!line.isBlank()) {
          Row row = Row.read(line);
          known.put(row.key(), row);
        }
      }
    }
    return known;
  }

  ObjectNode request(Question question, long seed, Ablation ablation) {
    ObjectNode request = JSON.createObjectNode();
    request.put("model_path", federation).put("prompt", question.prompt());
    request.put("domain", question.task().domain().id());
    question.task().context().ifPresent(context -> request.put("context", context.text()));
    request.putObject("generation_config").put("seed", seed);
    ObjectNode esi = request.putObject("esi").put("enabled", true);
    ObjectNode overrides = ablation.override(JSON.createObjectNode());
    if (!overrides.isEmpty()) {
      esi.set("overrides", overrides);
    }
    return request;
  }
}

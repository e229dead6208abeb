package glassbox.lab.legible;

import glassbox.lab.results.Bar;
import glassbox.lab.results.Provenance;
import glassbox.lab.results.ResultFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes legible-NAME.json, .md and .svg. */
final class LegibleReport {

  private final Experiment experiment;
  private final Results results;
  private final Provenance provenance;

  LegibleReport(Experiment experiment, Results results, Provenance provenance) {
    this.experiment = experiment;
    this.results = results;
    this.provenance = provenance;
  }

  void write(Path directory) throws IOException {
    String name = "legible-" + experiment.name();
    ResultFile.write(directory, name, document());
    Files.writeString(directory.resolve(name + ".md"), page(name));
    Files.writeString(directory.resolve(name + ".svg"), new ArmFigure(experiment, results).draw());
  }

  private Map<String, Object> document() {
    var document = new LinkedHashMap<String, Object>();
    document.put(
        "bars",
        experiment.bars(results).stream().map(bar -> bar.document(seeds(), provenance)).toList());
    document.put("published", experiment.published());
    var arms = new LinkedHashMap<String, Object>();
    for (Arm arm : experiment.arms()) {
      if (!results.of(arm.name()).isEmpty()) {
        arms.put(arm.name(), document(arm));
      }
    }
    document.put("arms", arms);
    return document;
  }

  /** The seeds that the bars stand on: those of the first arm that has any. */
  private List<Long> seeds() {
    return results.runs().values().stream().findFirst().map(TreeMap::keySet).stream()
        .flatMap(Collection::stream)
        .toList();
  }

  private Map<String, Object> document(Arm arm) {
    var means = new LinkedHashMap<String, Object>();
    for (Metric metric : experiment.metrics()) {
      results.estimate(arm.name(), metric.key()).ifPresent(e -> means.put(metric.key(), e));
    }
    var runs = new LinkedHashMap<String, Object>();
    results
        .of(arm.name())
        .forEach((seed, run) -> runs.put(seed.toString(), new TreeMap<>(run.numbers())));
    var document = new LinkedHashMap<String, Object>();
    document.put("meaning", arm.meaning());
    document.put("recipe", experiment.recipe(arm));
    document.put("means", means);
    document.put("runs", runs);
    return document;
  }

  private String page(String name) {
    var page = new StringBuilder();
    page.append("# Legible bottlenecks: ").append(experiment.name()).append("\n\n");
    page.append(experiment.question()).append("\n\n");
    page.append(
        "Repeat it with `%s`. Commit %s, on %s. Means over seeds with 95%% confidence intervals.%n%n"
            .formatted(provenance.command(), provenance.commit(), provenance.machine()));
    page.append(new Table(experiment, results).markdown());
    page.append("\n![Runs, means and bars](").append(name).append(".svg)\n\n");
    page.append("## Bars\n\n| | value | bar | seeds | holds |\n|---|---|---|---|---|\n");
    for (Bar bar : experiment.bars(results)) {
      page.append(
          String.format(
              Locale.ROOT,
              "| %s | %.4g | %s | %d | %s |%n",
              bar.name(),
              bar.value(),
              bar.bar(),
              bar.n(),
              bar.holds() ? "yes" : "**no**"));
    }
    page.append("\n## Arms\n\n");
    for (Arm arm : experiment.arms()) {
      page.append("- `").append(arm.name()).append("`: ").append(arm.meaning()).append(".\n");
    }
    return page.toString();
  }
}

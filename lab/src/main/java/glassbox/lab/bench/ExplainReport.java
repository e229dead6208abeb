package glassbox.lab.bench;

import glassbox.lab.bench.ExplainBench.Speed;
import glassbox.lab.results.Bar;
import glassbox.lab.results.Provenance;
import glassbox.lab.results.ResultFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes explain-speed.json and explain-speed.md. */
record ExplainReport(List<Speed> speeds, long seed, Provenance provenance) {
  private static final double LEAST_SPEED_UP = 2.5;
  private static final double LARGEST_DIFFERENCE = 1e-5;

  ExplainReport {
    speeds = List.copyOf(speeds);
  }

  void write(Path directory) throws IOException {
    ResultFile.write(directory, "explain-speed", document());
    Files.writeString(directory.resolve("explain-speed.md"), page());
  }

  private List<Bar> bars() {
    List<Bar> bars = new ArrayList<>();
    for (Speed speed : speeds) {
      bars.add(
          new Bar(
              speed.name() + ": one full forward a mask / occlusion",
              speed.speedUp(),
              "x",
              ">= " + LEAST_SPEED_UP,
              speed.speedUp() >= LEAST_SPEED_UP,
              speed.masks()));
      bars.add(
          Bar.atMost(
              speed.name() + ": largest difference of a score",
              speed.largestDifference(),
              "nats",
              LARGEST_DIFFERENCE,
              speed.masks()));
    }
    return bars;
  }

  private Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put(
        "bars", bars().stream().map(bar -> bar.document(List.of(seed), provenance)).toList());
    document.put("speeds", speeds.stream().map(ExplainReport::row).toList());
    return document;
  }

  private static Map<String, Object> row(Speed speed) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", speed.name());
    row.put("specialists", speed.specialists());
    row.put("prompt", speed.prompt());
    row.put("answer", speed.answer());
    row.put("masks", speed.masks());
    row.put("tokens", speed.tokens());
    row.put("full_tokens", speed.fullTokens());
    row.put("seconds", speed.seconds());
    row.put("full_seconds", speed.fullSeconds());
    row.put("speed_up", speed.speedUp());
    row.put("largest_difference", speed.largestDifference());
    return row;
  }

  String page() {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Occlusion

        Each token of a prompt is left out once, and the answer scored again. Masks walk the tree of their tokens, so that a
        beginning which several have in common is computed once; beside it the same masks with one full forward each. One
        thread, in turn, medians of the processor's time. Repeat it with
        `%s` (seed %d, commit %s, on %s).

        | model | specialists | masks | tokens | tokens, full | ms | ms, full | times faster | largest difference |
        |---|---|---|---|---|---|---|---|---|
        """
            .formatted(provenance.command(), seed, provenance.commit(), provenance.machine()));
    for (Speed speed : speeds) {
      page.append(
          String.format(
              Locale.ROOT,
              "| %s | %d | %d | %d | %d | %.0f | %.0f | %.2f | %.1e |%n",
              speed.name(),
              speed.specialists(),
              speed.masks(),
              speed.tokens(),
              speed.fullTokens(),
              speed.seconds() * 1000,
              speed.fullSeconds() * 1000,
              speed.speedUp(),
              speed.largestDifference()));
    }
    page.append("\n## Bars\n\n| | value | bar | holds |\n|---|---|---|---|\n");
    for (Bar bar : bars()) {
      page.append(
          String.format(
              Locale.ROOT,
              "| %s | %.3g %s (n = %d) | %s | %s |%n",
              bar.name(),
              bar.value(),
              bar.unit(),
              bar.n(),
              bar.bar(),
              bar.holds() ? "yes" : "**no**"));
    }
    return page.toString();
  }
}

package glassbox.lab.bench;

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

/** Writes bench.json, bench.md and the figure. */
record BenchReport(
    List<DecoderBench.Speed> speeds, List<Bar> bars, long seed, Provenance provenance) {

  void write(Path directory) throws IOException {
    ResultFile.write(directory, "bench", document());
    Files.writeString(directory.resolve("bench.md"), page());
    Files.writeString(directory.resolve("bench.svg"), SpeedFigure.draw(speeds));
  }

  private Map<String, Object> document() {
    var document = new LinkedHashMap<String, Object>();
    document.put(
        "bars", bars.stream().map(bar -> bar.document(List.of(seed), provenance)).toList());
    var table = new ArrayList<Map<String, Object>>();
    for (DecoderBench.Speed speed : speeds) {
      var row = new LinkedHashMap<String, Object>();
      row.put("size", speed.size());
      row.put("name", speed.name());
      row.put("milliseconds", speed.milliseconds());
      row.put("tokens_per_second", speed.tokensPerSecond());
      table.add(row);
    }
    document.put("speeds", table);
    document.put("threads", 1);
    return document;
  }

  private String page() {
    var page = new StringBuilder();
    page.append(
        """
        # Speed

        Random weights, one thread, behind a prompt of 224 tokens; runs that are compared
        took turns, and the numbers are medians. A row counts as one token a step. Repeat it with
        `%s` (seed %d, commit %s, on %s).

        ![Tokens per second of all rows together](bench.svg)

        | size | what | ms | tokens/s |
        |---|---|---|---|
        """
            .formatted(provenance.command(), seed, provenance.commit(), provenance.machine()));
    for (DecoderBench.Speed speed : speeds) {
      page.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %.2f | %.0f |%n",
              speed.size(),
              speed.name(),
              speed.milliseconds(),
              speed.tokensPerSecond()));
    }
    page.append("\n## Bars\n\n| | value | bar | holds |\n|---|---|---|---|\n");
    for (Bar bar : bars) {
      page.append(
          String.format(
              Locale.ROOT,
              "| %s | %.3f %s (n = %d) | %s | %s |%n",
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

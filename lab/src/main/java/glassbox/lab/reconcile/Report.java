package glassbox.lab.reconcile;

import glassbox.lab.results.Bar;
import glassbox.lab.results.Provenance;
import glassbox.lab.results.ResultFile;
import glassbox.ledger.attribution.Level;
import glassbox.ledger.attribution.Reconciliation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes reconcile.json, reconcile.md and its figure. */
final class Report {

  private static final double RESIDUAL_BAR = 1e-9;
  private static final double REPLAY_BAR = 1e-4;
  private static final double BYTES_BAR = 24;
  private static final double PUBLISHED_MAX = 4e-6;

  private final Findings findings;
  private final List<String> specialists;
  private final long seed;
  private final Provenance provenance;
  private final Reconciliation printed = PrintedRecord.reconciliation();

  Report(Findings findings, List<String> specialists, long seed, Provenance provenance) {
    this.findings = findings;
    this.specialists = List.copyOf(specialists);
    this.seed = seed;
    this.provenance = provenance;
  }

  List<Bar> bars() {
    int tokens = findings.tokens();
    var bars = new ArrayList<Bar>();
    bars.add(Bar.below("largest residual", findings.max(), "nats", RESIDUAL_BAR, tokens));
    bars.add(Bar.all("blocks replayed bit-equal", findings.bitEqualBlocks(), findings.blocks()));
    bars.add(
        Bar.below(
            "largest replay difference across batch shapes",
            findings.largestOnePassDifference(),
            "nats",
            REPLAY_BAR,
            tokens));
    bars.add(
        Bar.atMost("record size", findings.bytesPerToken(), "bytes per token", BYTES_BAR, tokens));
    for (Fault fault : Fault.values()) {
      Findings.FaultCount count = findings.count(fault);
      bars.add(Bar.all("found: " + fault.label(), count.found(), count.injected()));
    }
    bars.add(
        new Bar(
            "residual of the record printed in the source",
            printed.max(),
            "nats",
            "CATASTROPHIC",
            printed.level() == Level.CATASTROPHIC,
            1));
    return bars;
  }

  void write(Path directory) throws IOException {
    ResultFile.write(directory, "reconcile", document());
    Files.writeString(
        directory.resolve("reconcile.md"),
        new ReportPage(findings, specialists, seed, provenance, bars(), printed).text());
    Files.writeString(
        directory.resolve("reconcile.svg"), ResidualFigure.draw(findings.residuals()));
  }

  private Map<String, Object> document() {
    var document = new LinkedHashMap<String, Object>();
    document.put(
        "bars", bars().stream().map(bar -> bar.document(List.of(seed), provenance)).toList());
    document.put("specialists", specialists);
    document.put("tokens", findings.tokens());
    document.put("residual_median", findings.quantile(0.5));
    document.put("residual_p95", findings.quantile(0.95));
    document.put("residual_max", findings.max());
    document.put("published", Map.of("median", 3e-7, "p95", 8e-7, "max", PUBLISHED_MAX));
    var faults = new LinkedHashMap<String, Object>();
    for (Fault fault : Fault.values()) {
      Findings.FaultCount count = findings.count(fault);
      var fields = new LinkedHashMap<String, Object>();
      fields.put("injected", count.injected());
      fields.put("found_by_arithmetic", count.byArithmetic());
      fields.put("found_by_replay", count.byReplay());
      faults.put(fault.label(), fields);
    }
    document.put("faults", faults);
    document.put("printed_record_residual", printed.max());
    document.put("printed_record_level", printed.level().name());
    return document;
  }
}

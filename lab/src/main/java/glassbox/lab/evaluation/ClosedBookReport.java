package glassbox.lab.evaluation;

import glassbox.lab.results.Bar;
import glassbox.lab.results.Provenance;
import glassbox.lab.results.ResultFile;
import glassbox.lab.training.DemoTraining;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes evaluate-closed-book.json, .md and .svg. */
record ClosedBookReport(Findings findings, long seed, Provenance provenance) {

  private static final String NAME = "evaluate-closed-book";

  void write(Path directory) throws IOException {
    ResultFile.write(directory, NAME, document());
    Files.writeString(directory.resolve(NAME + ".md"), page());
    Files.writeString(directory.resolve(NAME + ".svg"), ExactFigure.draw(findings));
  }

  private Map<String, Object> document() {
    var document = new LinkedHashMap<String, Object>();
    document.put(
        "bars",
        findings.bars().stream().map(bar -> bar.document(List.of(seed), provenance)).toList());
    document.put("best_specialist", findings.bestSpecialist());
    document.put("domains", findings.results().stream().map(this::row).toList());
    return document;
  }

  private Map<String, Object> row(DomainResult result) {
    var row = new LinkedHashMap<String, Object>();
    row.put("domain", result.domain().id());
    row.put("specialist", result.specialist());
    row.put("questions", result.questions());
    row.put("exact", result.exact());
    row.put("domain_tokens", result.knowledge());
    row.put("led_by_specialist", result.led());
    row.put("mean_share_of_specialist", result.share());
    return row;
  }

  private String page() {
    var page = new StringBuilder();
    page.append(
        """
        # Closed book

        Test questions without a context, greedy, exact match of every token of the gold answer. What a
        server or a tool writes is given, and words that may as well be others are read as they stand
        (docs/adr/0006): they are not counted. Facts are asked in a wording never trained for that fact;
        computed tasks with numbers never trained. Repeat it with `%s` (seed %d, commit %s, on %s).

        ![Share of exact answers by domain](evaluate-closed-book.svg)

        | domain | questions | base alone | %s alone | in-domain alone | mixture | prefix-updated |\
         largest share on domain tokens |
        |---|---|---|---|---|---|---|---|
        """
            .formatted(
                provenance.command(),
                seed,
                provenance.commit(),
                provenance.machine(),
                findings.bestSpecialist()));
    findings.results().forEach(result -> page.append(line(result)));
    page.append(total());
    page.append("\n## Bars\n\n| | value | bar | holds |\n|---|---|---|---|\n");
    findings.bars().forEach(bar -> page.append(line(bar)));
    return page.toString();
  }

  private String line(DomainResult result) {
    String led =
        result.knowledge() == 0
            ? "no such tokens"
            : String.format(
                Locale.ROOT, "%.3f of %d", result.ledShare(ClosedBook.MIXTURE), result.knowledge());
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.3f | %.3f | %.3f | %.3f | %.3f | %s |%n",
        result.domain().id(),
        result.questions(),
        result.rate(DemoTraining.BASE),
        result.rate(findings.bestSpecialist()),
        result.rate(result.specialist()),
        result.rate(ClosedBook.MIXTURE),
        result.rate("prefix_updated"),
        led);
  }

  private String total() {
    return String.format(
        Locale.ROOT,
        "| all | %d | %.3f | %.3f | | %.3f | %.3f | |%n",
        findings.questions(),
        findings.rate(DemoTraining.BASE),
        findings.rate(findings.bestSpecialist()),
        findings.rate(ClosedBook.MIXTURE),
        findings.rate("prefix_updated"));
  }

  private static String line(Bar bar) {
    return String.format(
        Locale.ROOT,
        "| %s | %.3f %s (n = %d) | %s | %s |%n",
        bar.name(),
        bar.value(),
        bar.unit(),
        bar.n(),
        bar.bar(),
        bar.holds() ? "yes" : "**no**");
  }
}

package glassbox.lab.reconcile;

import glassbox.lab.results.Bar;
import glassbox.lab.results.Provenance;
import glassbox.ledger.attribution.Reconciliation;
import java.util.List;
import java.util.Locale;

/** The page for people: the numbers beside the published ones, the bars and the faults. */
record ReportPage(
    Findings findings,
    List<String> specialists,
    long seed,
    Provenance provenance,
    List<Bar> bars,
    Reconciliation printed) {

  ReportPage {
    specialists = List.copyOf(specialists);
    bars = List.copyOf(bars);
  }

  String text() {
    return summary() + residuals() + bars(bars) + faults() + printedRecord();
  }

  private String summary() {
    return format(
        """
        # Reconciliation

        %d tokens of %d specialists (%s), sampled at temperature 1 in blocks that were encoded,
        decoded and recomputed in double. Repeat it with `%s`.

        Seed %d, commit %s, on %s.

        """,
        findings.tokens(),
        specialists.size(),
        String.join(", ", specialists),
        provenance.command(),
        seed,
        provenance.commit(),
        provenance.machine());
  }

  private String residuals() {
    return format(
        """
        | | ours | published |
        |---|---|---|
        | median residual, nats | %.1e | 3e-7 |
        | 95th percentile, nats | %.1e | 8e-7 |
        | largest, nats | %.1e | 4e-6 |
        | bytes per token | %.1f | |

        ![Residuals in ascending order on a logarithmic scale](reconcile.svg)

        """,
        findings.quantile(0.5), findings.quantile(0.95), findings.max(), findings.bytesPerToken());
  }

  private static String bars(List<Bar> bars) {
    var rows = new StringBuilder("## Bars\n\n| | value | bar | holds |\n|---|---|---|---|\n");
    for (Bar bar : bars) {
      rows.append(
          format(
              "| %s | %.3g %s (n = %d) | %s | %s |\n",
              bar.name(),
              bar.value(),
              bar.unit(),
              bar.n(),
              bar.bar(),
              bar.holds() ? "yes" : "**no**"));
    }
    return rows.toString();
  }

  private String faults() {
    var rows =
        new StringBuilder(
            """

            ## Faults

            The sum finds what changes it; what keeps the sum right is found by replaying the tokens.

            | fault | injected | found by the sum | found by replay alone |
            |---|---|---|---|
            """);
    for (Fault fault : Fault.values()) {
      Findings.FaultCount count = findings.count(fault);
      rows.append(
          format(
              "| %s | %d | %d | %d |\n",
              fault.label(), count.injected(), count.byArithmetic(), count.byReplay()));
    }
    return rows.toString();
  }

  private String printedRecord() {
    return format(
        """

        The record printed in the source claims -1.234 from -1.512, -3.891 and -1.221: its residual
        is %.3f nats, %s.
        """,
        printed.max(), printed.level());
  }

  private static String format(String template, Object... values) {
    return String.format(Locale.ROOT, template, values);
  }
}

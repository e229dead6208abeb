package chaos;

import chaos.Load.Acknowledged;
import glassbox.lab.results.Bar;
import glassbox.lab.results.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints what was found and writes chaos.json and chaos.md. */
record Report(
    long seed,
    Killing killing,
    Load load,
    Checkpoints checkpoints,
    Judgement judgement,
    List<String> inconsistent) {
  private static final int MOST_FAULTS = 20;
  private static final int KILLS_BAR = 200;
  private static final String FOUND = "found";

  /**
   * How long it took.
   *
   * @param seconds of load and kills
   * @param recovery seconds until everything was ready after them
   * @param restarts of services that ended without being killed
   */
  record Times(double seconds, double recovery, int restarts) {}

  /** Whether nothing was lost, doubled or contradicted, however many were killed. */
  boolean write(Path directory, Provenance provenance, Times times) throws IOException {
    List<Bar> bars = bars();
    Files.writeString(
        directory.resolve("chaos.json"),
        Api.JSON
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(document(bars, provenance, times))
            + "\n");
    String page = page(bars, provenance, times);
    Files.writeString(directory.resolve("chaos.md"), page);
    System.out.println(page);
    return bars.stream().filter(bar -> bar.unit().equals(FOUND)).allMatch(Bar::holds);
  }

  private List<Bar> bars() {
    long acknowledged = load.count();
    int killed = killing.kills().values().stream().mapToInt(Integer::intValue).sum();
    return List.of(
        new Bar(
            "processes killed", killed, "kills", ">= " + KILLS_BAR, killed >= KILLS_BAR, killed),
        none("acknowledged runs lost", judgement.lost().size(), acknowledged),
        none("runs doubled", judgement.doubled().size(), judgement.runs()),
        none(
            "checkpoints seen that the log contradicts",
            inconsistent.size(),
            checkpoints.all().size()),
        new Bar(
            "times the spools' disk was full",
            killing.fullDisks(),
            "times",
            ">= 1",
            killing.fullDisks() >= 1,
            killed));
  }

  /** Nothing may be found, among something. */
  private static Bar none(String name, long found, long among) {
    return new Bar(name, found, FOUND, "= 0", found == 0 && among > 0, among);
  }

  private Map<String, Object> document(List<Bar> bars, Provenance provenance, Times times) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put(
        "bars", bars.stream().map(bar -> bar.document(List.of(seed), provenance)).toList());
    document.put("kills", killed());
    document.put("requests", load.outcomes());
    document.put("acknowledged", load.count());
    document.put("acknowledged_pending", pending());
    document.put("runs", judgement.runs());
    document.put("checkpoints", checkpoints.all().size());
    document.put("seconds", Math.round(times.seconds()));
    document.put("recovery_seconds", Math.round(10 * times.recovery()) / 10.0);
    document.put("ended_by_themselves", times.restarts());
    document.put("lost", first(judgement.lost()));
    document.put("doubled", first(judgement.doubled()));
    document.put("inconsistent", first(inconsistent));
    return document;
  }

  private Map<String, Integer> killed() {
    Map<String, Integer> targets = new LinkedHashMap<>();
    killing.kills().forEach((target, number) -> targets.put(target.label(), number));
    return targets;
  }

  private long pending() {
    return load.acknowledged().stream().map(Acknowledged::state).filter("pending"::equals).count();
  }

  private static List<String> first(List<String> faults) {
    return faults.stream().limit(MOST_FAULTS).toList();
  }

  private String page(List<Bar> bars, Provenance provenance, Times times) {
    StringBuilder page = new StringBuilder();
    page.append(
        String.format(
            Locale.ROOT,
            """
            # Chaos

            Clients ask without end while processes are killed at random (`kill -9`), a service, Postgres or, with the spools'
            disk full to the last byte, audit. The next kill does not wait for recovery. Then the stack is left alone, and an
            outsider looks: each acknowledged run must be readable, be the acknowledged record and be one leaf of the log
            under a proof that `libs/ledger` accepts; there must be as many leaves as runs; and every checkpoint that was
            served meanwhile must be one that the log extends.

            Repeat it with `%s` (commit %s, on %s).

            | | |
            |---|---|
            | killed | %s |
            | seconds of load and kills | %.0f |
            | ready again after the load, s | %.1f |
            | services that ended without being killed | %d |
            | acknowledged runs | %d, of which %d from the spool |
            | runs in the log | %d |
            | distinct checkpoints seen | %d |

            Requests by what came back:

            | | |
            |---|---|
            """,
            provenance.command(),
            provenance.commit(),
            provenance.machine(),
            killed(),
            times.seconds(),
            times.recovery(),
            times.restarts(),
            load.count(),
            pending(),
            judgement.runs(),
            checkpoints.all().size()));
    load.outcomes()
        .forEach((outcome, number) -> page.append("| %s | %d |\n".formatted(outcome, number)));
    page.append("\n## Bars\n\n| | value | bar | holds |\n|---|---|---|---|\n");
    for (Bar bar : bars) {
      page.append(
          String.format(
              Locale.ROOT,
              "| %s | %.0f %s (n = %d) | %s | %s |%n",
              bar.name(),
              bar.value(),
              bar.unit(),
              bar.n(),
              bar.bar(),
              bar.holds() ? "yes" : "**no**"));
    }
    faults(page, "Lost", judgement.lost());
    faults(page, "Doubled", judgement.doubled());
    faults(page, "Contradicted", inconsistent);
    return page.toString();
  }

  private static void faults(StringBuilder page, String title, List<String> faults) {
    if (!faults.isEmpty()) {
      page.append("\n## ").append(title).append("\n\n");
      first(faults).forEach(fault -> page.append("- ").append(fault).append('\n'));
    }
  }
}

package glassbox.audit.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import glassbox.audit.AuditClient;
import glassbox.audit.AuditTest;
import glassbox.audit.Owner;
import glassbox.audit.analytics.RunRows.Part;
import glassbox.audit.analytics.RunRows.Row;
import glassbox.contracts.analytics.SpecialistsReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long the reports take over 10^6 runs and 10^8 tokens of one tenant and one year. Generated
 * runs are written into the table of runs; the service counts them as it counts recorded ones. Run
 * by benchmarks/analytics/run; no test by its name.
 */
@AuditTest
class AnalyticsBenchmark {
  private static final long SEED = 5;
  private static final int RUNS = Integer.getInteger("benchmark.runs", 1_000_000);
  private static final int FEDERATIONS = 4;
  private static final int SPECIALISTS = 3;
  private static final int WARM_UP = 20;
  private static final int CALLS = 200;
  private static final double MOST_MILLIS = 200;
  private static final Instant START = Instant.parse("2025-12-01T00:00:00Z");
  private static final long YEAR_SECONDS = Duration.ofDays(365).toSeconds();
  private static final String YEAR = "&from=2025-12-01&to=2026-11-30";

  @LocalServerPort private int port;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private PendingRuns pending;
  @Autowired private FlywayConnectionDetails owner;

  private final Random random = new Random(SEED);
  private final List<Map<String, Object>> bars = new ArrayList<>();
  private long tokens;

  @Test
  void answersInTime() throws IOException {
    // The log has its own benchmark; here it would only take the processor away.
    try (Owner superuser = Owner.of(owner)) {
      superuser.jdbc().execute("alter table runs disable trigger queue_for_log");
    }
    long written = System.nanoTime();
    UUID one = write();
    await().atMost(Duration.ofMinutes(9)).until(() -> pending.count() == 0);
    double seconds = (System.nanoTime() - written) / 1e9;
    try (Owner superuser = Owner.of(owner)) {
      superuser.jdbc().execute("vacuum analyze");
    }

    AuditClient audit = new AuditClient(port);
    SpecialistsReport report =
        audit.get("/v1/analytics/specialists?tenant=big" + YEAR).as(SpecialistsReport.class);
    assertThat(report.runs()).isEqualTo(RUNS);
    assertThat(report.tokens()).isEqualTo(tokens);

    bar("runs counted", report.runs(), "runs", "= " + RUNS, report.runs() == RUNS, 1);
    time(audit, "specialists", "specialists?tenant=big" + YEAR);
    time(audit, "reconciliation", "reconciliation?tenant=big" + YEAR);
    time(audit, "quality", "quality?tenant=big" + YEAR);
    time(audit, "royalties of a period", "royalties?tenant=big&fee=1234567&currency=EUR" + YEAR);
    time(audit, "royalties of a run", "royalties?tenant=big&fee=1999&currency=EUR&run=" + one);
    write(RUNS / seconds);
  }

  private UUID write() {
    RunRows rows = new RunRows(jdbc);
    UUID last = new UUID(0, 0);
    for (int i = 0; i < RUNS; i++) {
      last = new UUID(SEED, i);
      rows.add(last, row());
      if (i % 2000 == 1999) {
        rows.write();
      }
    }
    rows.write();
    return last;
  }

  private Row row() {
    String federation = "federation-" + random.nextInt(FEDERATIONS);
    int length = 50 + random.nextInt(101);
    tokens += length;
    boolean judged = random.nextInt(10) > 0;
    boolean committed = judged && random.nextInt(3) > 0;
    return new Row(
        "big",
        federation,
        START.plusSeconds(random.nextLong(YEAR_SECONDS)),
        committed ? "COMMITTED" : judged ? "PROVISIONAL" : "UNGATED",
        length,
        Math.pow(10, -14 + 4 * random.nextDouble()),
        judged ? random.nextInt(4) / 3.0 : Double.NaN,
        judged ? random.nextDouble() * 0.6 : Double.NaN,
        parts(federation, length));
  }

  private List<Part> parts(String federation, int length) {
    double[] mass = random.doubles(SPECIALISTS).toArray();
    double all = Arrays.stream(mass).sum();
    List<Part> parts = new ArrayList<>();
    int left = length;
    for (int k = 0; k < SPECIALISTS; k++) {
      int led = k + 1 == SPECIALISTS ? left : random.nextInt(left + 1);
      left -= led;
      parts.add(new Part(federation + "-specialist-" + k, mass[k] / all, led, random.nextInt(3)));
    }
    return parts;
  }

  private void time(AuditClient audit, String name, String query) {
    double[] millis = new double[CALLS];
    for (int i = -WARM_UP; i < CALLS; i++) {
      long begun = System.nanoTime();
      AuditClient.Answer answer = audit.get("/v1/analytics/" + query);
      double took = (System.nanoTime() - begun) / 1e6;
      assertThat(answer.status()).isEqualTo(200);
      if (i >= 0) {
        millis[i] = took;
      }
    }
    Arrays.sort(millis);
    percentile(name, "median", millis[CALLS / 2]);
    percentile(name, "99th percentile", millis[CALLS * 99 / 100 - 1]);
    percentile(name, "largest", millis[CALLS - 1]);
  }

  private void percentile(String name, String which, double millis) {
    double rounded = Math.round(millis * 10) / 10.0;
    bar(name + ", " + which, rounded, "ms", "< " + MOST_MILLIS, millis < MOST_MILLIS, CALLS);
  }

  private void bar(String name, Object value, String unit, String bar, boolean holds, int n) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("name", name);
    line.put("value", value);
    line.put("unit", unit);
    line.put("bar", bar);
    line.put("holds", holds);
    line.put("n", n);
    line.put("seeds", List.of(SEED));
    line.put("command", "benchmarks/analytics/run");
    line.put("commit", System.getProperty("benchmark.commit", ""));
    line.put("machine", System.getProperty("benchmark.machine", ""));
    bars.add(line);
  }

  private void write(double runsPerSecond) throws IOException {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("runs", RUNS);
    data.put("tokens", tokens);
    data.put("federations", FEDERATIONS);
    data.put("specialists", FEDERATIONS * SPECIALISTS);
    data.put("days", 365);
    data.put("runs_written_and_counted_per_second", Math.round(runsPerSecond));
    for (String table : List.of("federation_days", "specialist_days", "histogram_days")) {
      data.put(
          "rows_" + table,
          jdbc.queryForObject("select count(*) from analytics_" + table, Long.class));
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("bars", bars);
    result.put("data", data);
    Path file = Path.of(System.getProperty("benchmark.result", "target/analytics.json"));
    Files.writeString(
        file, AuditClient.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(result) + "\n");
  }
}

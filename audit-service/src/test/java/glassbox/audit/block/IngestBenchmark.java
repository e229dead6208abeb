package glassbox.audit.block;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.audit.AuditClient;
import glassbox.audit.AuditTest;
import glassbox.audit.Owner;
import glassbox.audit.Samples;
import glassbox.contracts.run.RunSubmission;
import glassbox.ledger.block.BlockCodec;
import glassbox.ledger.block.TokenBlock;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * How fast blocks become durable: 10,000 at once through the service's own path (decode, recompute,
 * hash, seal, group commit with fsync), against psql's copy of the very same rows into a table with
 * the same columns, indexes and checks, turn by turn. Then one durable run after another over HTTP,
 * against the disk's fsync. Run by benchmarks/ingest/run; no test by its name.
 */
@AuditTest
class IngestBenchmark {
  private static final int BATCH = 10_000;
  private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 5);
  private static final int TOKENS = 100;
  private static final int SINGLE = 200;
  private static final double SHARE_OF_COPY = 0.7;

  @LocalServerPort private int port;
  @Autowired private BlockIngest ingest;
  @Autowired private Blocks blocks;
  @Autowired private FlywayConnectionDetails owner;

  private final List<Map<String, Object>> bars = new ArrayList<>();
  private final Map<String, Object> data = new LinkedHashMap<>();

  @Test
  void measures() throws Exception {
    Path rows = Files.createTempFile("blocks", ".copy");
    Path script = Files.createTempFile("copy", ".sql");
    double[] ours = new double[ROUNDS];
    double[] stored = new double[ROUNDS];
    double[] copied = new double[ROUNDS];
    try (Owner superuser = Owner.of(owner)) {
      superuser.jdbc().execute("create table copied (like blocks including all)");
      ingestAll(made(1 << 20)); // warm up
      for (int round = 0; round < ROUNDS; round++) {
        List<byte[]> batch = made(round);
        superuser.jdbc().execute("checkpoint");
        ours[round] = BATCH / ingestAll(batch);
        export(superuser, batch, rows);
        List<IncomingBlock> incoming = incoming(made(ROUNDS + round));
        superuser.jdbc().execute("checkpoint");
        stored[round] = BATCH / timed(() -> assertThat(blocks.insert(incoming)).hasSize(BATCH));
        superuser.jdbc().execute("truncate copied");
        superuser.jdbc().execute("checkpoint");
        copied[round] = BATCH / copy(rows, script);
        assertThat(superuser.jdbc().queryForObject("select count(*) from copied", Integer.class))
            .isEqualTo(BATCH);
      }
      data.put("copied_file_bytes", Files.size(rows));
    }
    rates(ours, stored, copied);
    latency();
    write();
  }

  /** Distinct blocks of distinct runs, content withheld as by default. */
  private static List<byte[]> made(int salt) {
    List<byte[]> batch = new ArrayList<>(BATCH);
    for (int i = 0; i < BATCH; i++) {
      TokenBlock block = Samples.block(new UUID(salt, i), 0, TOKENS).withoutContent();
      batch.add(BlockCodec.encode(block));
    }
    return batch;
  }

  /** Seconds until the last of a batch is durable; every block is a caller of its own. */
  private double ingestAll(List<byte[]> batch) throws InterruptedException, ExecutionException {
    long start = System.nanoTime();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> all = new ArrayList<>(batch.size());
      for (byte[] block : batch) {
        all.add(callers.submit(() -> ingest.ingest(block).created()));
      }
      for (Future<Boolean> one : all) {
        assertThat(one.get()).isTrue();
      }
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static List<IncomingBlock> incoming(List<byte[]> batch) {
    return batch.stream()
        .map(
            bytes -> {
              TokenBlock block = BlockCodec.decode(bytes);
              var stored =
                  new StoredBlock(
                      glassbox.ledger.block.BlockHash.of(bytes),
                      block.runId(),
                      block.pass(),
                      block.tokens().size(),
                      0,
                      0,
                      bytes);
              return new IncomingBlock(stored, java.util.Optional.empty());
            })
        .toList();
  }

  /** The rows of a batch, as the service wrote them, in the binary form of copy. */
  private static void export(Owner superuser, List<byte[]> batch, Path file) throws Exception {
    long salt = BlockCodec.decode(batch.getFirst()).runId().getMostSignificantBits();
    String rows =
        "copy (select * from blocks where run_id between '%s' and '%s') to stdout (format binary)"
            .formatted(new UUID(salt, 0), new UUID(salt, BATCH));
    try (OutputStream out = Files.newOutputStream(file)) {
      superuser
          .jdbc()
          .execute(
              (java.sql.Connection connection) ->
                  copyOut(connection.unwrap(PGConnection.class), rows, out));
    }
  }

  private static Long copyOut(PGConnection connection, String rows, OutputStream out)
      throws java.sql.SQLException {
    try {
      return connection.getCopyAPI().copyOut(rows, out);
    } catch (IOException e) {
      throw new java.sql.SQLException(e);
    }
  }

  /** Seconds that psql says its copy took, commit included. */
  private double copy(Path rows, Path script) throws IOException, InterruptedException {
    Files.writeString(
        script, "\\timing on\n\\copy copied from '" + rows + "' with (format binary)\n");
    String url = String.valueOf(owner.getJdbcUrl()).substring("jdbc:".length());
    ProcessBuilder psql =
        new ProcessBuilder("psql", "-X", "-U", "postgres", "-d", url, "-f", script.toString());
    psql.environment().put("PGPASSWORD", String.valueOf(owner.getPassword()));
    Process process = psql.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(said).isZero();
    String line = said.lines().filter(l -> l.startsWith("Time:")).reduce((a, b) -> b).orElseThrow();
    return Double.parseDouble(line.replaceAll("^Time: ([0-9.]+) ms.*", "$1")) / 1e3;
  }

  private interface Work {
    void run() throws IOException;
  }

  private static double timed(Work work) throws IOException {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private void rates(double[] ours, double[] stored, double[] copied) {
    double share = median(ours) / median(copied);
    double ofStore = median(stored) / median(copied);
    data.put("batch", BATCH);
    data.put("tokens_per_block", TOKENS);
    data.put("ingest_rows_per_second", ours);
    data.put("insert_rows_per_second", stored);
    data.put("copy_rows_per_second", copied);
    bar(
        "10,000 blocks decoded, recomputed, hashed, sealed and durable / psql copy of the same"
            + " rows",
        share,
        "ratio",
        ">= 0.7",
        share >= SHARE_OF_COPY,
        (long) ROUNDS * BATCH);
    bar(
        "10,000 verified blocks sealed and durable / psql copy of the same rows",
        ofStore,
        "ratio",
        ">= 0.7",
        ofStore >= SHARE_OF_COPY,
        (long) ROUNDS * BATCH);
  }

  private void latency() throws IOException {
    AuditClient audit = new AuditClient(port);
    double[] single = new double[SINGLE];
    double[] first = new double[SINGLE];
    for (int i = -SINGLE; i < SINGLE; i++) {
      TokenBlock block = Samples.block(new UUID(3L << 40, i + SINGLE), 0, TOKENS);
      RunSubmission run = Samples.run("ingest-benchmark", List.of(block));
      byte[] bytes = BlockCodec.encode(block);
      double ofBlock = timed(() -> assertThat(audit.postBlock(bytes).status()).isEqualTo(201));
      double ofRun =
          timed(() -> assertThat(audit.postJson("/v1/runs", run).status()).isEqualTo(201));
      first[Math.max(0, i)] = ofBlock * 1e3;
      single[Math.max(0, i)] = (ofBlock + ofRun) * 1e3;
    }
    double[] fsync = fsync();
    data.put("single_run_milliseconds", percentiles(single));
    data.put("its_block_milliseconds", percentiles(first));
    data.put("fsync_milliseconds", percentiles(fsync));
    double ratio = percentile(single, 0.5) / percentile(fsync, 0.5);
    data.put("single_run_over_fsync", ratio);
    bar(
        "a single durable run with its content (block and envelope, two commits), median",
        percentile(single, 0.5),
        "ms",
        "stated; one fsync of the same disk: %.2f ms".formatted(percentile(fsync, 0.5)),
        true,
        SINGLE);
  }

  /** Appends of 8 KiB, each forced to the disk that holds the database. */
  private static double[] fsync() throws IOException {
    double[] times = new double[SINGLE];
    Path file = Path.of("target", "postgres", "fsync.bin");
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (int i = 0; i < SINGLE; i++) {
        times[i] =
            1e3
                * timed(
                    () -> {
                      channel.write(ByteBuffer.allocate(8192));
                      channel.force(false);
                    });
      }
    }
    Files.delete(file);
    return times;
  }

  private static Map<String, Object> percentiles(double[] times) {
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("p50", percentile(times, 0.5));
    found.put("p95", percentile(times, 0.95));
    found.put("max", percentile(times, 1));
    return found;
  }

  private static double percentile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }

  private static double median(double[] values) {
    return percentile(values, 0.5);
  }

  private void bar(String name, double value, String unit, String bar, boolean holds, long n) {
    Map<String, Object> stated = new LinkedHashMap<>();
    stated.put("name", name);
    stated.put("value", value);
    stated.put("unit", unit);
    stated.put("bar", bar);
    stated.put("holds", holds);
    stated.put("n", n);
    stated.put("seeds", List.of());
    stated.put("command", "benchmarks/ingest/run");
    stated.put("commit", System.getProperty("benchmark.commit", "unknown"));
    stated.put("machine", System.getProperty("benchmark.machine", "unknown"));
    bars.add(stated);
    System.out.printf("%s: %.4g %s (%s)%n", name, value, unit, bar);
  }

  private void write() throws IOException {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("bars", bars);
    result.put("data", data);
    String json = AuditClient.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(result);
    System.out.println(json);
    String file = System.getProperty("benchmark.result", "");
    if (!file.isEmpty()) {
      Files.writeString(Path.of(file), json + "\n");
    }
  }
}

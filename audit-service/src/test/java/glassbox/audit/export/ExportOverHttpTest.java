package glassbox.audit.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.jerolba.carpet.CarpetReader;
import com.jerolba.carpet.FieldMatchingStrategy;
import glassbox.audit.AuditClient;
import glassbox.audit.AuditClient.Answer;
import glassbox.audit.AuditTest;
import glassbox.audit.Samples;
import glassbox.contracts.run.RunSubmission;
import glassbox.contracts.run.TokenPage;
import glassbox.ledger.attribution.TopContributions;
import glassbox.ledger.block.TokenBlock;
import glassbox.ledger.bundle.Bundle;
import glassbox.ledger.bundle.BundleCodec;
import glassbox.ledger.bundle.BundledRun;
import glassbox.ledger.checkpoint.Checkpoint;
import glassbox.ledger.log.LogEntry;
import glassbox.ledger.merkle.InclusionProof;
import glassbox.ledger.merkle.ProofVerifier;
import glassbox.ledger.merkle.TreeHead;
import glassbox.ledger.note.Note;
import glassbox.ledger.run.RunRecordHash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Exports of a period over a real socket, read back by the readers of their formats. */
@AuditTest
class ExportOverHttpTest {
  /** The day of {@link Samples#STARTED}. */
  private static final String DAY = "&from=2026-11-01&to=2026-11-01";

  @LocalServerPort private int port;
  @TempDir private Path folder;
  private AuditClient audit;
  private String tenant;

  @BeforeEach
  void setUp() {
    audit = new AuditClient(port);
    tenant = "exports-" + UUID.randomUUID();
  }

  private Answer export(String more) {
    return audit.get("/v1/runs/export?tenant=" + tenant + more);
  }

  private <T> List<T> jsonl(Class<T> type, String more) {
    Answer answer = export("&format=jsonl" + more);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.contentType()).startsWith("application/jsonl");
    return new String(answer.body(), StandardCharsets.UTF_8)
        .lines()
        .map(line -> AuditClient.JSON.readValue(line, type))
        .toList();
  }

  private <T> List<T> parquet(Class<T> type, String more) throws IOException {
    Answer answer = export("&format=parquet" + more);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.contentType()).startsWith("application/vnd.apache.parquet");
    Path file = Files.write(folder.resolve(UUID.randomUUID() + ".parquet"), answer.body());
    return new CarpetReader<>(file.toFile(), type)
        .withFieldMatchingStrategy(FieldMatchingStrategy.SNAKE_CASE)
        .toList();
  }

  @Test
  void givesTheTokensThatReadersOfTheRunsGet() throws IOException {
    List<RunSubmission> runs = List.of(recorded(3), recorded(2));
    TokenBlock wide = TopContributions.of(Samples.wideBlock(UUID.randomUUID(), 100, 4), 8);
    record(wide);
    List<TokenRow> rows = jsonl(TokenRow.class, DAY);
    assertThat(rows).hasSize(9);
    assertThat(parquet(TokenRow.class, DAY)).isEqualTo(rows);
    for (RunSubmission run : runs) {
      String id = run.envelope().runId().toString();
      var tokens =
          audit.get("/v1/runs/" + id + "/tokens?tenant=" + tenant).as(TokenPage.class).tokens();
      List<TokenRow> of = rows.stream().filter(row -> row.runId().equals(id)).toList();
      assertThat(of).hasSameSizeAs(tokens);
      for (int t = 0; t < of.size(); t++) {
        assertThat(of.get(t).position()).isEqualTo(t);
        assertThat(of.get(t).token()).isEqualTo(tokens.get(t).token());
        assertThat(of.get(t).jointLogProb()).isEqualTo(tokens.get(t).jointLogProb());
        assertThat(of.get(t).perSpecialist().get(1).share())
            .isEqualTo(tokens.get(t).perSpecialist().get(1).share());
        assertThat(of.get(t).startedAt()).isEqualTo(Samples.STARTED);
      }
    }
    TokenRow last =
        rows.stream()
            .filter(row -> row.runId().equals(wide.runId().toString()))
            .findFirst()
            .orElseThrow();
    assertThat(last.perSpecialist()).hasSize(8);
    assertThat(last.restSpecialists()).isEqualTo(92);
    assertThat(last.restShare()).isBetween(0.0, 1.0);
  }

  @Test
  void givesRunsWithEnvelopesThatHaveTheRecordHash() throws IOException {
    RunSubmission run = recorded(3);
    List<RunRow> rows = jsonl(RunRow.class, "&rows=runs" + DAY);
    assertThat(rows).hasSize(1);
    RunRow row = rows.getFirst();
    assertThat(row.runId()).isEqualTo(run.envelope().runId().toString());
    assertThat(RunRecordHash.of(row.envelope())).isEqualTo(row.recordHash());
    assertThat(row.shares()).extracting("id").containsExactly("general", "finance");
    RunRow read = parquet(RunRow.class, "&rows=runs" + DAY).getFirst();
    assertThat(read.envelope()).isEqualTo(row.envelope());
    assertThat(read.shares()).isEqualTo(row.shares());
  }

  /** More runs than a page holds come all, once, in order. */
  @Test
  void pagesThroughManyRuns() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 130; i++) {
      ids.add(recorded(1).envelope().runId().toString());
    }
    assertThat(jsonl(RunRow.class, "&rows=runs" + DAY))
        .extracting(RunRow::runId)
        .containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void keepsToThePeriodAndTheTenant() {
    recorded(2);
    String at = Samples.STARTED.toString();
    assertThat(jsonl(TokenRow.class, "&from=" + at + "&to=" + Samples.STARTED.plusMillis(1)))
        .hasSize(2);
    assertThat(jsonl(TokenRow.class, "&from=2026-10-01&to=" + at)).isEmpty();
    assertThat(jsonl(TokenRow.class, "&from=2026-11-02&to=2026-11-03")).isEmpty();
    assertThat(audit.get("/v1/runs/export?tenant=another-" + tenant + DAY).body()).isEmpty();
  }

  @Test
  void givesNoTextOnceItIsErased() throws IOException {
    RunSubmission run = recorded(2);
    String erase = "/v1/runs/" + run.envelope().runId() + "/content?by=officer&tenant=" + tenant;
    assertThat(audit.delete(erase).status()).isEqualTo(204);
    for (TokenRow row : parquet(TokenRow.class, DAY)) {
      assertThat(row.token()).isNull();
      assertThat(row.tokenId()).isNull();
      assertThat(row.perSpecialist()).hasSize(2);
    }
  }

  @Test
  void bundlesAPeriodUnderOneCheckpoint() {
    List<String> hashes = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      hashes.add(RunRecordHash.of(AuditClient.JSON.writeValueAsString(recorded(2).envelope())));
    }
    Bundle bundle = BundleCodec.decode(await().body());
    TreeHead head =
        Checkpoint.parse(Note.parse(bundle.checkpoint().getBytes(StandardCharsets.UTF_8)).text())
            .head();
    assertThat(bundle.runs())
        .extracting(run -> RunRecordHash.of(run.envelope()))
        .containsExactlyElementsOf(hashes);
    for (BundledRun run : bundle.runs()) {
      assertThat(
              ProofVerifier.includes(
                  head,
                  LogEntry.run(RunRecordHash.of(run.envelope())).leafHash(),
                  new InclusionProof(run.index(), head.size(), run.inclusion())))
          .isTrue();
      assertThat(run.blocks()).hasSize(1);
      assertThat(run.text()).isPresent();
    }
  }

  private Answer await() {
    long giveUp = System.nanoTime() + 20_000_000_000L;
    while (true) {
      Answer answer = audit.get("/v1/runs/bundle?tenant=" + tenant + DAY);
      if (answer.status() != 409) {
        assertThat(answer.status()).isEqualTo(200);
        return answer;
      }
      assertThat(System.nanoTime()).as("integrated within 20 s").isLessThan(giveUp);
    }
  }

  @Test
  void saysThatAPeriodHasNoRuns() {
    Answer answer = audit.get("/v1/runs/bundle?tenant=" + tenant + DAY);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.problem()).isEqualTo("urn:glassbox:problem:no-runs");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&format=csv",
        "&rows=all",
        "&from=yesterday",
        "&from=2026-11-31",
        "&to=1999-01-01",
        "&from=2026-11-02&to=2026-11-01",
        "&to=+1000000000-01-01T00:00:00Z",
      })
  void answersWrongParametersWithAProblem(String more) {
    Answer answer = export(more);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.contentType()).startsWith("application/problem+json");
  }

  private RunSubmission recorded(int tokens) {
    return record(Samples.block(UUID.randomUUID(), 0, tokens));
  }

  private RunSubmission record(TokenBlock block) {
    assertThat(audit.postBlock(Samples.bytes(block)).status()).isEqualTo(201);
    RunSubmission run = Samples.run(tenant, List.of(block));
    assertThat(audit.postJson("/v1/runs", run).status()).isEqualTo(201);
    return run;
  }
}

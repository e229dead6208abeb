package glassbox.lab.verify;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.lab.verify.CheckResult.State;
import glassbox.ledger.bundle.Bundle;
import glassbox.ledger.bundle.BundleCodec;
import glassbox.ledger.bundle.BundledRun;
import glassbox.ledger.log.LogEntry;
import glassbox.ledger.run.ErasureRecord;
import glassbox.ledger.run.RetentionRecord;
import glassbox.ledger.run.RunRecordHash;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is gone is told from what was taken, by records that the log has. */
class GoneTest {
  private static final Instant AT = Instant.parse("2026-11-28T10:00:00Z");

  @TempDir private Path directory;
  private TestLog log;

  @BeforeEach
  void begin() {
    log = new TestLog(directory.resolve("log"), 1);
    log.others(5);
  }

  private static ErasureRecord erasure(TestRuns.Sealed run, UUID id) {
    return new ErasureRecord(id, RunRecordHash.of(run.envelope()), "acme", "officer", AT);
  }

  private byte[] logged(ErasureRecord erasure) {
    long index = log.add(new LogEntry(LogEntry.Kind.ERASURE, erasure.hash()));
    return log.proof("erasure", erasure.json(), index);
  }

  private Verification verify(byte[]... records) {
    Bundle bundle = log.bundle(-1);
    return new Verifier(
            log.trust(),
            Optional.empty(),
            Optional.empty(),
            Bars.DEFAULT,
            LogRecords.read(log.trust(), List.of(records)))
        .verify(BundleCodec.encode(bundle));
  }

  private static List<State> states(Verification found) {
    return found.results().filter(r -> r.check() == Check.GONE).map(CheckResult::state).toList();
  }

  private static UUID id(TestRuns.Sealed run) {
    return Envelope.read(run.envelope()).runId();
  }

  @Test
  void erasedTextIsSaidToBeErased() {
    TestRuns.Sealed run = TestRuns.run(1, 1, Map.of()).withText(Optional.empty());
    log.add(run);
    Verification found = verify(logged(erasure(run, id(run))));
    assertThat(states(found)).containsExactly(State.HELD);
    assertThat(found.exitCode()).isEqualTo(Verification.RIGHT);
    assertThat(PlainReport.of(found)).contains("the text was erased at 2026-11-28T10:00:00Z");
  }

  @Test
  void textThatIsThereAlthoughItWasErasedIsWrong() {
    TestRuns.Sealed run = TestRuns.run(1, 1, Map.of());
    log.add(run);
    Verification found = verify(logged(erasure(run, id(run))));
    assertThat(states(found)).containsExactly(State.WRONG);
    assertThat(found.exitCode()).isEqualTo(Verification.WRONG);
  }

  @Test
  void aRecordThatTheLogDoesNotHaveIsWrong() {
    TestRuns.Sealed run = TestRuns.run(1, 1, Map.of()).withText(Optional.empty());
    log.add(run);
    ErasureRecord erasure = erasure(run, id(run));
    String proof = new String(logged(erasure), StandardCharsets.UTF_8);
    byte[] later = proof.replace("officer", "offices").getBytes(StandardCharsets.UTF_8);
    assertThat(verify(later).exitCode()).isEqualTo(Verification.WRONG);
    byte[] asRetention =
        proof.replace("\"erasure\"", "\"retention\"").getBytes(StandardCharsets.UTF_8);
    assertThat(verify(asRetention).exitCode()).isNotEqualTo(Verification.RIGHT);
    byte[] cut = proof.substring(0, 40).getBytes(StandardCharsets.UTF_8);
    assertThat(verify(cut).exitCode()).isEqualTo(Verification.UNJUDGED);
  }

  @Test
  void aDroppedRunIsSaidToBeDroppedAndNoOther() {
    log.add(TestRuns.run(1, 1, Map.of()));
    log.add(TestRuns.run(2, 1, Map.of()));
    List<BundledRun> runs = log.bundle(-1).runs();
    RetentionRecord.Builder builder = new RetentionRecord.Builder();
    builder.add(
        runs.getFirst().index(),
        LogEntry.run(RunRecordHash.of(runs.getFirst().envelope())).leafHash());
    RetentionRecord retention = builder.build(YearMonth.of(2019, 1), "kept for P7Y", AT);
    long index = log.add(new LogEntry(LogEntry.Kind.RETENTION, retention.hash()));
    Verification found = verify(log.proof("retention", retention.json(), index));
    assertThat(states(found)).containsExactly(State.HELD, State.NOT_CHECKED);
    assertThat(PlainReport.of(found)).contains("the run was dropped with 2019-01");
  }
}

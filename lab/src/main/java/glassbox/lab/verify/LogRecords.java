package glassbox.lab.verify;

import glassbox.lab.verify.CheckResult.State;
import glassbox.ledger.bundle.BundledRun;
import glassbox.ledger.checkpoint.CheckpointVerifier;
import glassbox.ledger.checkpoint.MalformedCheckpointException;
import glassbox.ledger.checkpoint.UntrustedCheckpointException;
import glassbox.ledger.checkpoint.VerifiedCheckpoint;
import glassbox.ledger.log.LogEntry;
import glassbox.ledger.log.LogVerdict;
import glassbox.ledger.log.LogVerifier;
import glassbox.ledger.merkle.Hash;
import glassbox.ledger.merkle.InclusionProof;
import glassbox.ledger.note.MalformedNoteException;
import glassbox.ledger.run.ErasureRecord;
import glassbox.ledger.run.MalformedJsonException;
import glassbox.ledger.run.RetentionRecord;
import glassbox.ledger.run.RunRecordHash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records of erasures and of dropped months, as the service gives them with their proofs
 * (docs/formats/log-v1.md). Each is believed only as an entry of the signed log.
 */
public final class LogRecords {
  /** No records. */
  public static final LogRecords NONE = new LogRecords(List.of(), List.of(), List.of());

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final List<ErasureRecord> erasures;
  private final List<RetentionRecord> retentions;
  private final List<CheckResult> refused;

  private LogRecords(
      List<ErasureRecord> erasures, List<RetentionRecord> retentions, List<CheckResult> refused) {
    this.erasures = List.copyOf(erasures);
    this.retentions = List.copyOf(retentions);
    this.refused = List.copyOf(refused);
  }

  /** Reads records, each a file of JSON; what is not proved is kept as a finding. */
  public static LogRecords read(CheckpointVerifier trust, List<byte[]> files) {
    List<ErasureRecord> erasures = new ArrayList<>();
    List<RetentionRecord> retentions = new ArrayList<>();
    List<CheckResult> refused = new ArrayList<>();
    for (byte[] file : files) {
      try {
        JsonNode proof = MAPPER.readTree(file);
        LogEntry.Kind kind =
            LogEntry.Kind.valueOf(proof.path("kind").asString().toUpperCase(Locale.ROOT));
        String record = proof.path("record").asString();
        switch (kind) {
          case ERASURE -> {
            requireInLog(trust, proof, new LogEntry(kind, ErasureRecord.hash(record)));
            erasures.add(ErasureRecord.parse(record));
          }
          case RETENTION -> {
            requireInLog(trust, proof, new LogEntry(kind, RetentionRecord.hash(record)));
            retentions.add(RetentionRecord.parse(record));
          }
          case RUN -> throw new IllegalArgumentException("it is of a run");
        }
      } catch (NotInLog e) {
        refused.add(CheckResult.wrong(Check.GONE, "%s", String.valueOf(e.getMessage())));
      } catch (JacksonException
          | IllegalArgumentException
          | MalformedJsonException
          | MalformedNoteException
          | MalformedCheckpointException e) {
        refused.add(
            CheckResult.unjudged(
                Check.GONE, "a record cannot be read: %s", String.valueOf(e.getMessage())));
      }
    }
    return new LogRecords(erasures, retentions, refused);
  }

  /** A record that the log was not shown to have. */
  private static final class NotInLog extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotInLog(String message) {
      super(message);
    }
  }

  private static void requireInLog(CheckpointVerifier trust, JsonNode proof, LogEntry entry) {
    List<Hash> inclusion =
        StreamSupport.stream(proof.path("inclusion").spliterator(), false)
            .map(hash -> Hash.ofHex(hash.asString()))
            .toList();
    try {
      VerifiedCheckpoint checkpoint =
          trust.verify(proof.path("checkpoint").asString().getBytes(StandardCharsets.UTF_8));
      LogVerdict verdict =
          LogVerifier.inclusion(
              checkpoint,
              entry.bytes(),
              new InclusionProof(
                  proof.path("index").asLong(-1), checkpoint.head().size(), inclusion));
      if (verdict instanceof LogVerdict.Rejected rejected) {
        throw new NotInLog("a record is not proved to be in the log: " + rejected.reason());
      }
    } catch (UntrustedCheckpointException e) {
      throw new NotInLog("the checkpoint of a record is not believed: " + e.getMessage());
    }
  }

  /** What is wrong with the records themselves. */
  List<CheckResult> refused() {
    return refused;
  }

  boolean isEmpty() {
    return erasures.isEmpty() && retentions.isEmpty();
  }

  /** What the records say of a run. */
  CheckResult of(BundledRun run, Envelope envelope) {
    List<String> said = new ArrayList<>();
    for (ErasureRecord erasure : erasures) {
      if (erasure.runId().equals(envelope.runId())) {
        if (!erasure.recordHash().equals(RunRecordHash.of(run.envelope()))) {
          return CheckResult.wrong(
              Check.GONE, "the log's erasure under this run id is of another record");
        }
        if (run.text().isPresent()) {
          return CheckResult.wrong(
              Check.GONE, "the log says that this run's text was erased, but it is here");
        }
        said.add("the text was erased at %s by %s".formatted(erasure.at(), erasure.by()));
      }
    }
    retentions.stream()
        .filter(retention -> retention.covers(run.index()))
        .forEach(
            retention ->
                said.add(
                    "the run was dropped with %s at %s (%s)"
                        .formatted(retention.month(), retention.at(), retention.reason())));
    return said.isEmpty()
        ? CheckResult.notChecked(Check.GONE, "none of the records given is about this run")
        : new CheckResult(
            Check.GONE, State.HELD, "the log says: " + String.join("; ", said), List.of());
  }
}

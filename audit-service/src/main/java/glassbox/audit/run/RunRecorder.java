package glassbox.audit.run;

import glassbox.audit.block.Blocks;
import glassbox.audit.block.StoredBlock;
import glassbox.audit.month.Months;
import glassbox.audit.run.RunRefusedException.Fault;
import glassbox.audit.run.RunRefusedException.Reason;
import glassbox.contracts.run.RunEnvelope;
import glassbox.contracts.run.RunSubmission;
import glassbox.ledger.attribution.Reconciliation;
import glassbox.ledger.block.BlockCodec;
import glassbox.ledger.block.TokenBlock;
import glassbox.ledger.run.MalformedJsonException;
import glassbox.ledger.run.RunRecordHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Takes runs in: all blocks there, everything consistent, once. */
@Service
class RunRecorder {
  private final Blocks blocks;
  private final RunStore store;
  private final JsonMapper mapper;
  private final Months months;

  RunRecorder(Blocks blocks, RunStore store, JsonMapper mapper, Months months) {
    this.blocks = blocks;
    this.store = store;
    this.mapper = mapper;
    this.months = months;
  }

  /**
   * Records a run. The same envelope again is the same run.
   *
   * @throws RunRefusedException if it is not recorded
   * @throws glassbox.audit.month.RunRetiredException if its month was dropped
   */
  Recorded record(RunSubmission submission) {
    RunEnvelope envelope = submission.envelope();
    EnvelopeRules.check(envelope);
    String json = mapper.writeValueAsString(envelope);
    String recordHash = recordHash(json);
    @Nullable String earlier = store.recordHash(envelope.runId());
    if (earlier != null) {
      return again(earlier, recordHash);
    }
    months.open(List.of(envelope.runId()));
    List<TokenBlock> passes = passes(envelope);
    RunConsistency.check(submission, passes, trace(submission));
    RunDigest digest = digest(recordHash, json, passes, envelope.answerIndex());
    try {
      store.add(submission, digest);
      return new Recorded(recordHash, true);
    } catch (DataIntegrityViolationException taken) {
      @Nullable String winner = store.recordHash(envelope.runId());
      if (winner == null) {
        throw taken;
      }
      return again(winner, recordHash);
    }
  }

  private Optional<String> trace(RunSubmission submission) {
    return Optional.ofNullable(submission.content()).flatMap(store::trace);
  }

  private static Recorded again(String earlier, String recordHash) {
    if (!earlier.equals(recordHash)) {
      throw new RunRefusedException(
          Reason.CONFLICT, List.of(new Fault("envelope.run_id", "is taken by another envelope")));
    }
    return new Recorded(recordHash, false);
  }

  private static String recordHash(String json) {
    try {
      return RunRecordHash.of(json);
    } catch (MalformedJsonException e) {
      throw new RunRefusedException(
          Reason.INVALID, List.of(new Fault("envelope", "has text that is not Unicode")));
    }
  }

  private List<TokenBlock> passes(RunEnvelope envelope) {
    List<String> hashes = envelope.blocks().stream().map(RunEnvelope.BlockHash::hash).toList();
    Map<String, StoredBlock> found =
        blocks.findAll(envelope.runId(), hashes).stream()
            .collect(Collectors.toMap(StoredBlock::hash, Function.identity()));
    List<TokenBlock> passes = new ArrayList<>();
    List<Fault> missing = new ArrayList<>();
    for (int i = 0; i < hashes.size(); i++) {
      @Nullable StoredBlock block = found.get(hashes.get(i));
      if (block == null) {
        missing.add(new Fault("envelope.blocks[" + i + "].hash", "is not recorded"));
      } else {
        passes.add(BlockCodec.decode(block.bytes()));
      }
    }
    if (!missing.isEmpty()) {
      throw new RunRefusedException(Reason.BLOCKS_MISSING, missing);
    }
    return passes;
  }

  private RunDigest digest(String recordHash, String json, List<TokenBlock> passes, int answer) {
    List<Reconciliation> checks = passes.stream().map(Reconciliation::of).toList();
    double[] residuals =
        checks.stream()
            .flatMapToDouble(
                c ->
                    IntStream.range(0, c.block().tokens().size())
                        .mapToDouble(t -> Math.abs(c.residual(t))))
            .sorted()
            .toArray();
    return new RunDigest(
        recordHash,
        json,
        mapper.writeValueAsString(Shares.of(checks.get(answer))),
        residuals.length,
        checks.stream().mapToDouble(Reconciliation::max).max().orElse(0),
        median(residuals));
  }

  private static double median(double[] sorted) {
    int n = sorted.length;
    if (n == 0) {
      return 0;
    }
    return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
  }

  /** A recorded run; {@code created} is false if it was there already. */
  record Recorded(String recordHash, boolean created) {}
}

package glassbox.gateway.records;

import glassbox.contracts.generation.RecordState;
import glassbox.contracts.run.RunEnvelope;
import glassbox.contracts.run.RunReceipt;
import glassbox.contracts.run.RunSubmission;
import glassbox.gateway.downstream.Audit;
import glassbox.gateway.downstream.DownstreamRefused;
import glassbox.gateway.downstream.DownstreamUnavailable;
import glassbox.ledger.run.RunRecordHash;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes the record of a run durable before its answer may leave. */
@Component
public final class RunRecorder {
  private static final Logger LOG = LoggerFactory.getLogger(RunRecorder.class);

  private final Audit audit;
  private final Spool spool;
  private final JsonMapper json;

  RunRecorder(Audit audit, Spool spool, JsonMapper json) {
    this.audit = audit;
    this.spool = spool;
    this.json = json;
  }

  /**
   * Records a run with audit, or on the local disk while audit is away or still waits for the run's
   * blocks. Throws {@link RecordNotDurable} where neither works.
   */
  public Recorded record(RunSubmission submission) {
    String hash = RunRecordHash.of(json.writeValueAsString(submission.envelope()));
    try {
      return committed(audit.submit(submission), hash);
    } catch (DownstreamUnavailable e) {
      LOG.warn("audit does not answer ({}); the run goes to the spool", e.reason().label());
      return spooled(submission, hash);
    } catch (DownstreamRefused e) {
      if (e.is("blocks-missing")) {
        return spooled(submission, hash);
      }
      throw new RecordNotDurable("audit refuses the record", e);
    }
  }

  private static Recorded committed(RunReceipt receipt, String hash) {
    if (!receipt.recordHash().equals(hash)) {
      throw new RecordNotDurable("audit recorded something else than was sent", null);
    }
    return new Recorded(hash, receipt.state());
  }

  private Recorded spooled(RunSubmission submission, String hash) {
    RunEnvelope envelope = submission.envelope();
    try {
      spool.append(envelope.runId(), envelope.tenant(), json.writeValueAsBytes(submission));
      return new Recorded(hash, RecordState.PENDING);
    } catch (IOException e) {
      throw new RecordNotDurable("neither audit nor the spool takes the record", e);
    }
  }

  /** Whether a tenant's run is in the spool, on its way to audit. */
  public boolean isPending(UUID runId, String tenant) {
    return spool.find(runId).filter(entry -> entry.tenant().equals(tenant)).isPresent();
  }
}

package glassbox.inference.record;

import glassbox.contracts.generation.RecordState;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes blocks durable. While blocks wait in the spool, new ones join them at once, so that order
 * is kept and no request waits for an audit service that is away; a replay every second sends them.
 */
@Component
public class Recorder {
  private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

  private final AuditClient audit;
  private final Spool spool;

  Recorder(AuditClient audit, Spool spool, MeterRegistry meters) {
    this.audit = audit;
    this.spool = spool;
    meters.gauge("glassbox.spool.blocks", spool, Spool::size);
  }

  /**
   * Returns when the block is durable.
   *
   * @throws SpoolFullException when it cannot be kept anywhere
   * @throws RecordRefusedException when audit refuses it for good
   */
  public RecordState keep(SealedBlock block) {
    if (spool.size() > 0) {
      return wait(block);
    }
    return switch (audit.send(block.bytes())) {
      case Delivery.Accepted _ -> RecordState.COMMITTED;
      case Delivery.Refused refused -> throw new RecordRefusedException(refused.status());
      case Delivery.Unavailable away -> {
        LOG.warn("audit is away ({}): blocks wait in the spool", away.reason());
        yield wait(block);
      }
    };
  }

  /** Sends what waits, oldest first, until the spool is empty or audit is away. */
  @Scheduled(fixedDelayString = "${glassbox.spool.replay-every:1s}")
  void replay() {
    Optional<Path> file = spool.oldest();
    while (file.isPresent() && sent(file.get())) {
      file = spool.oldest();
    }
  }

  private boolean sent(Path file) {
    Optional<SealedBlock> block = spool.read(file);
    if (block.isEmpty()) {
      LOG.error("block {} in the spool is damaged: set aside", file.getFileName());
      spool.setAside(file);
      return true;
    }
    return switch (audit.send(block.get().bytes())) {
      case Delivery.Accepted _ -> {
        spool.remove(file);
        yield true;
      }
      case Delivery.Refused refused -> {
        LOG.error(
            "audit refused block {} with {}: set aside", file.getFileName(), refused.status());
        spool.setAside(file);
        yield true;
      }
      case Delivery.Unavailable _ -> false;
    };
  }

  private RecordState wait(SealedBlock block) {
    spool.add(block);
    return RecordState.PENDING;
  }
}

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
 * Makes blocks durable. While audit is away new blocks go to the spool at once, so that no request
 * waits for it; a replay every second sends them, oldest first. Once audit is back new blocks go
 * straight to it: each stands for itself, and a spool that takes them while it empties might never
 * be empty under load.
 */
@Component
public class Recorder {
  private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

  private final AuditClient audit;
  private final Spool spool;
  private volatile boolean away;

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
    if (away && spool.size() > 0) {
      return wait(block);
    }
    return switch (send(block)) {
      case Delivery.Accepted _ -> RecordState.COMMITTED;
      case Delivery.Refused refused -> throw new RecordRefusedException(refused.status());
      case Delivery.Unavailable none -> {
        LOG.warn("audit is away ({}): blocks wait in the spool", none.reason());
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
    return switch (send(block.get())) {
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

  private Delivery send(SealedBlock block) {
    Delivery delivery = audit.send(block.bytes());
    away = delivery instanceof Delivery.Unavailable;
    return delivery;
  }

  private RecordState wait(SealedBlock block) {
    spool.add(block);
    return RecordState.PENDING;
  }
}

package glassbox.gateway.records;

import glassbox.contracts.run.RunSubmission;
import glassbox.gateway.downstream.Audit;
import glassbox.gateway.downstream.DownstreamRefused;
import glassbox.gateway.downstream.DownstreamUnavailable;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends spooled records to audit in order. Sending one twice changes nothing. A record whose blocks
 * are still on their way waits without holding up the others; one that audit refuses for good is
 * put aside, and the integrity group says so.
 */
@Component
final class SpoolReplay {
  private static final Logger LOG = LoggerFactory.getLogger(SpoolReplay.class);

  private final Audit audit;
  private final Spool spool;
  private final JsonMapper json;

  SpoolReplay(Audit audit, Spool spool, JsonMapper json) {
    this.audit = audit;
    this.spool = spool;
    this.json = json;
  }

  @Scheduled(fixedDelayString = "${glassbox.gateway.spool.replay-every:1s}")
  void replay() {
    try {
      for (SpoolEntry entry : spool.pending()) {
        send(entry);
      }
    } catch (DownstreamUnavailable e) {
      LOG.debug("audit is away: {}", e.reason().label());
    } catch (IOException e) {
      LOG.error("The spool cannot be read or cleaned.", e);
    }
  }

  private void send(SpoolEntry entry) throws IOException {
    try {
      audit.submit(json.readValue(spool.read(entry), RunSubmission.class));
      spool.remove(entry);
    } catch (DownstreamRefused e) {
      if (!e.is("blocks-missing")) {
        LOG.error("audit refuses the spooled run {}: {}", entry.runId(), e.getMessage());
        spool.setAside(entry);
      }
    } catch (JacksonException e) {
      LOG.error("The spooled run {} cannot be read.", entry.runId(), e);
      spool.setAside(entry);
    }
  }
}

package glassbox.gateway.downstream;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the services are and how long to wait for each. */
@ConfigurationProperties("glassbox.gateway.downstream")
record DownstreamProperties(
    @DefaultValue Inference inference, @DefaultValue Critic critic, @DefaultValue Audit audit) {

  /** How one service is called. */
  record Endpoint(URI url, Duration timeout, int maxConcurrent, Duration breakerWait) {
    Endpoint {
      if (timeout.isNegative() || timeout.isZero() || maxConcurrent < 1) {
        throw new IllegalArgumentException("timeout and max-concurrent must be positive");
      }
    }
  }

  /** Inference: long calls. */
  record Inference(
      @DefaultValue("http://127.0.0.1:8081") URI url,
      @DefaultValue("120s") Duration timeout,
      @DefaultValue("32") int maxConcurrent,
      @DefaultValue("2s") Duration breakerWait) {
    Endpoint endpoint() {
      return new Endpoint(url, timeout, maxConcurrent, breakerWait);
    }
  }

  /** Critic: short calls. */
  record Critic(
      @DefaultValue("http://127.0.0.1:8082") URI url,
      @DefaultValue("10s") Duration timeout,
      @DefaultValue("64") int maxConcurrent,
      @DefaultValue("2s") Duration breakerWait) {
    Endpoint endpoint() {
      return new Endpoint(url, timeout, maxConcurrent, breakerWait);
    }
  }

  /** Audit: short calls. */
  record Audit(
      @DefaultValue("http://127.0.0.1:8083") URI url,
      @DefaultValue("10s") Duration timeout,
      @DefaultValue("64") int maxConcurrent,
      @DefaultValue("2s") Duration breakerWait) {
    Endpoint endpoint() {
      return new Endpoint(url, timeout, maxConcurrent, breakerWait);
    }
  }
}

package glassbox.gateway.broken;

import java.time.Instant;

/** Reads a clock that no test can set. */
public final class GatewayWithAmbientTime {

  Instant time() {
    return Instant.now();
  }
}

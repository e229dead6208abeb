package glassbox.gateway.broken;

import java.util.logging.Logger;

/** Logs past the logging system. */
public final class GatewayWithOldLogging {

  static final Logger LOG = Logger.getLogger("x");
}

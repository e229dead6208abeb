package glassbox.audit.database;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Postgres comes from.
 *
 * @param mode embedded, or external at {@code spring.datasource.url}; unset: external if that URL
 *     is set, else embedded
 * @param directory embedded: the folder of its data; created when absent
 * @param port embedded: TCP port on the loopback address; 0 for any free one
 * @param startTimeout embedded: longest wait for the server to accept connections; one that is
 *     stopped while it recovers from a crash has to begin again
 * @param absence embedded: so long a server whose data is there may take to become a process before
 *     it is given up and started anew
 */
@ConfigurationProperties("glassbox.audit.database")
public record DatabaseSettings(
    @Nullable Mode mode,
    @DefaultValue(".glassbox/postgres") Path directory,
    @DefaultValue("5440") int port,
    @DefaultValue("5m") Duration startTimeout,
    @DefaultValue("30s") Duration absence) {

  public DatabaseSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("glassbox.audit.database.port must be 0 to 65535");
    }
    requirePositive(startTimeout, "start-timeout");
    requirePositive(absence, "absence");
  }

  private static void requirePositive(Duration duration, String name) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException("glassbox.audit.database." + name + " must be above zero");
    }
  }

  /** Whose server it is. */
  public enum Mode {
    EMBEDDED,
    EXTERNAL
  }
}

package glassbox.gateway.esi;

import glassbox.esi.config.ConfigurationReader;
import glassbox.esi.config.EsiConfiguration;
import glassbox.esi.config.EsiConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The configuration in force. A file that is changed is read again; one that cannot work changes
 * nothing and is said once. A run keeps the configuration that it began with.
 */
@Component
final class Configurations {
  private static final Logger LOG = LoggerFactory.getLogger(Configurations.class);

  private final @Nullable Path file;
  private final Clock clock;
  private volatile InForce inForce;
  private volatile @Nullable String refused;
  private @Nullable String text;

  /**
   * The configuration at start.
   *
   * @throws EsiConfigurationException when the file cannot work
   */
  Configurations(EsiProperties properties, Clock clock) throws IOException {
    this.file = properties.configuration();
    this.clock = clock;
    this.text = file == null ? null : Files.readString(file);
    EsiConfiguration first =
        text == null ? ConfigurationReader.shipped() : ConfigurationReader.read(text);
    this.inForce = new InForce(first, clock.instant());
  }

  /** A configuration, and since when it is in force. */
  record InForce(EsiConfiguration configuration, Instant since) {}

  InForce current() {
    return inForce;
  }

  /** Why the file that is there now is not in force; empty where it is. */
  Optional<String> refused() {
    return Optional.ofNullable(refused);
  }

  @Scheduled(fixedDelayString = "${glassbox.gateway.esi.reload:2s}")
  synchronized void reload() {
    if (file == null) {
      return;
    }
    try {
      String now = Files.readString(file);
      if (!now.equals(text)) {
        text = now;
        take(ConfigurationReader.read(now));
      }
    } catch (IOException | EsiConfigurationException e) {
      String why = String.valueOf(e.getMessage());
      if (!why.equals(refused)) {
        LOG.error("The configuration stays as it was: {}", why);
      }
      refused = why;
    }
  }

  private void take(EsiConfiguration configuration) {
    refused = null;
    if (!configuration.hash().equals(inForce.configuration().hash())) {
      inForce = new InForce(configuration, clock.instant());
      LOG.info("Configuration {} is in force.", configuration.hash());
    }
  }
}

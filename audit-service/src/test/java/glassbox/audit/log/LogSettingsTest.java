package glassbox.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.ledger.note.KeyType;
import glassbox.ledger.note.SignerKey;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class LogSettingsTest {
  private static final String PREFIX = "glassbox.audit.log";

  @Test
  void hasDefaults() {
    assertThat(bind(Map.of()))
        .isEqualTo(
            new LogSettings(
                null,
                null,
                null,
                "glassbox.local/log",
                List.of(),
                List.of(),
                Duration.ofMillis(200),
                5000,
                Duration.ofHours(1),
                Duration.ofSeconds(10)));
  }

  @Test
  void keepsTheLogBesideTheDatabase() {
    LogSettings settings = bind(Map.of()).beside(Path.of("/state/postgres"));
    assertThat(settings.directory()).isEqualTo(Path.of("/state/log"));
    assertThat(settings.signingKey()).isEqualTo(Path.of("/state/log-signing.key"));
    assertThat(settings.verifierKeys()).isEqualTo(Path.of("/state/log-verifier.pub"));
  }

  @Test
  void readsEveryProperty() {
    String key =
        SignerKey.generate("a.example", KeyType.ED25519, new SecureRandom()).verifier().text();
    String witness =
        SignerKey.generate("w.example", KeyType.COSIGNATURE, new SecureRandom()).verifier().text();
    assertThat(
            bind(
                Map.of(
                    PREFIX + ".directory", "/d",
                    PREFIX + ".signing-key", "/k",
                    PREFIX + ".verifier-keys", "/v",
                    PREFIX + ".origin", "a.example/log",
                    PREFIX + ".old-verifier-keys[0]", key,
                    PREFIX + ".witnesses[0]", witness,
                    PREFIX + ".interval", "50ms",
                    PREFIX + ".batch", "10",
                    PREFIX + ".verify-every", "1d",
                    PREFIX + ".lock-timeout", "3s")))
        .isEqualTo(
            new LogSettings(
                Path.of("/d"),
                Path.of("/k"),
                Path.of("/v"),
                "a.example/log",
                List.of(key),
                List.of(witness),
                Duration.ofMillis(50),
                10,
                Duration.ofDays(1),
                Duration.ofSeconds(3)));
  }

  @Test
  void refusesWhatCannotWork() {
    assertRefused("interval", "2s");
    assertRefused("interval", "0s");
    assertRefused("batch", "0");
    assertRefused("origin", "has spaces");
    assertRefused("verify-every", "0s");
    assertRefused("lock-timeout", "0s");
    assertThatThrownBy(() -> bind(Map.of(PREFIX + ".witnesses[0]", "not a key")));
  }

  private static void assertRefused(String name, String value) {
    assertThatThrownBy(() -> bind(Map.of(PREFIX + "." + name, value)))
        .rootCause()
        .hasMessageContaining(PREFIX + "." + name);
  }

  private static LogSettings bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate(PREFIX, LogSettings.class);
  }
}

package glassbox.audit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DatabaseSettingsTest {
  private static final String PREFIX = "glassbox.audit.database";

  @Test
  void hasDefaults() {
    DatabaseSettings settings = bind(Map.of());
    assertThat(settings)
        .isEqualTo(
            new DatabaseSettings(
                null,
                Path.of(".glassbox/postgres"),
                5440,
                Duration.ofMinutes(5),
                Duration.ofSeconds(30)));
  }

  @Test
  void readsEveryProperty() {
    DatabaseSettings settings =
        bind(
            Map.of(
                PREFIX + ".mode", "external",
                PREFIX + ".directory", "/data/pg",
                PREFIX + ".port", "0",
                PREFIX + ".start-timeout", "5s",
                PREFIX + ".absence", "7s"));
    assertThat(settings)
        .isEqualTo(
            new DatabaseSettings(
                DatabaseSettings.Mode.EXTERNAL,
                Path.of("/data/pg"),
                0,
                Duration.ofSeconds(5),
                Duration.ofSeconds(7)));
  }

  @Test
  void refusesWhatCannotWork() {
    assertThatThrownBy(() -> bind(Map.of(PREFIX + ".port", "70000")))
        .hasRootCauseMessage("glassbox.audit.database.port must be 0 to 65535");
    assertThatThrownBy(() -> bind(Map.of(PREFIX + ".start-timeout", "0s")))
        .rootCause()
        .hasMessageContaining("start-timeout");
    assertThatThrownBy(() -> bind(Map.of(PREFIX + ".absence", "-1s")))
        .rootCause()
        .hasMessageContaining("absence");
    assertThatThrownBy(() -> bind(Map.of(PREFIX + ".mode", "h2")));
  }

  private static DatabaseSettings bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate(PREFIX, DatabaseSettings.class);
  }
}

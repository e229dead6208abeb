package glassbox.audit.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AnalyticsSettingsTest {
  private static final String PREFIX = "glassbox.audit.analytics";

  @Test
  void hasDefaults() {
    assertThat(bind(Map.of()))
        .isEqualTo(
            new AnalyticsSettings(
                Duration.ofMillis(250), Path.of(".glassbox/royalty-signing.key")));
  }

  @Test
  void readsEveryProperty() {
    assertThat(bind(Map.of(PREFIX + ".every", "2s", PREFIX + ".royalty-key-file", "/keys/r")))
        .isEqualTo(new AnalyticsSettings(Duration.ofSeconds(2), Path.of("/keys/r")));
  }

  @Test
  void refusesToCountWithoutAPause() {
    assertThatThrownBy(() -> bind(Map.of(PREFIX + ".every", "0s")))
        .hasRootCauseMessage("glassbox.audit.analytics.every must be above zero");
  }

  private static AnalyticsSettings bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate(PREFIX, AnalyticsSettings.class);
  }
}

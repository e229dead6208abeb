package glassbox.critic.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.critics.chi.ChiSettings;
import glassbox.critics.gate.Gate;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CriticSettingsTest {

  @Test
  void defaultsAreTheSpecifications() {
    CriticSettings settings = bind(Map.of());
    assertThat(settings.mandatory()).containsExactly("units", "contradiction");
    assertThat(settings.timeLimit()).isEqualTo(Duration.ofSeconds(2));
    assertThat(settings.parallelism()).isEqualTo(2);
    assertThat(settings.gate().gate()).isEqualTo(Gate.DEFAULT);
    assertThat(settings.chi().chi()).isEqualTo(ChiSettings.DEFAULT);
    assertThat(settings.standing()).containsExactly("units", "contradiction", "trace");
    assertThat(settings.limits()).isEqualTo(new CriticSettings.Limits(400_000, 32_768, 1024, 256));
  }

  @Test
  void mapsEveryProperty() {
    Map<String, String> properties = new HashMap<>();
    properties.put("mandatory", "trace");
    properties.put("time-limit", "300ms");
    properties.put("parallelism", "4");
    properties.put("gate.csa", "0.3");
    properties.put("gate.chi", "0.6");
    properties.put("chi.collapse-weight", "0.2");
    properties.put("chi.loop-weight", "0.5");
    properties.put("chi.contradiction-weight", "0.3");
    properties.put("chi.entropy-window", "64");
    properties.put("chi.loop-window", "32");
    properties.put("chi.repeat-ratio", "0.3");
    properties.put("chi.self-bleu", "0.9");
    properties.put("chi.autocorrelation", "0.7");
    properties.put("chi.diffuse", "0.9");
    properties.put("standing", "trace,safety");
    properties.put("limits.text", "100");
    properties.put("limits.signals", "10");
    properties.put("limits.fragments", "5");
    properties.put("limits.claims", "4");
    assertThat(bind(properties))
        .isEqualTo(
            new CriticSettings(
                List.of("trace", "safety"),
                List.of("trace"),
                Duration.ofMillis(300),
                4,
                new CriticSettings.GateBars(.3, .6),
                new CriticSettings.ChiWeights(.2, .5, .3, 64, 32, .3, .9, .7, .9),
                new CriticSettings.Limits(100, 10, 5, 4)));
  }

  @ParameterizedTest
  @CsvSource({
    "mandatory, unknown",
    "mandatory, ''",
    "time-limit, 0s",
    "time-limit, -1s",
    "parallelism, 0",
    "gate.csa, 1.1",
    "gate.csa, NaN",
    "gate.chi, -0.1",
    "chi.collapse-weight, 0.6",
    "chi.entropy-window, 0",
    "chi.loop-window, 7",
    "chi.repeat-ratio, 0",
    "chi.self-bleu, 1.5",
    "chi.autocorrelation, NaN",
    "chi.diffuse, 2",
    "standing, unknown",
    "mandatory, safety",
    "limits.text, 0",
    "limits.signals, -1",
  })
  void refusesWhatCannotWork(String property, String value) {
    assertThatThrownBy(() -> bind(Map.of(property, value)))
        .rootCause()
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static CriticSettings bind(Map<String, String> properties) {
    Map<String, String> full = new HashMap<>();
    properties.forEach((name, value) -> full.put("glassbox.critics." + name, value));
    return new Binder(new MapConfigurationPropertySource(full))
        .bindOrCreate("glassbox.critics", CriticSettings.class);
  }
}

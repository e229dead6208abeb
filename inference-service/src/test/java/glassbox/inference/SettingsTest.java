package glassbox.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.inference.certificate.CertificateSettings;
import glassbox.inference.federation.InferenceSettings;
import glassbox.inference.federation.ModelsSettings;
import glassbox.inference.monitor.MonitorSettings;
import glassbox.inference.record.AuditSettings;
import glassbox.inference.record.SpoolSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class SettingsTest {
  private static <T> T bind(String prefix, Class<T> type, Map<String, String> values) {
    return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate(prefix, type);
  }

  @Test
  void haveSafeDefaults() {
    assertThat(bind("glassbox.inference", InferenceSettings.class, Map.of()))
        .isEqualTo(
            new InferenceSettings(0, Duration.ofSeconds(10), Duration.ofSeconds(30), 1, 100_000));
    assertThat(bind("glassbox.models", ModelsSettings.class, Map.of()).keys())
        .isEqualTo(Path.of("models/trusted-keys.pem"));
    assertThat(bind("glassbox.audit", AuditSettings.class, Map.of()))
        .isEqualTo(new AuditSettings(URI.create("http://127.0.0.1:8083"), Duration.ofSeconds(5)));
    assertThat(bind("glassbox.spool", SpoolSettings.class, Map.of()))
        .isEqualTo(
            new SpoolSettings(Path.of(".glassbox/spool/inference"), DataSize.ofMegabytes(64)));
  }

  @Test
  void certificatesAndWatchesHaveSafeDefaults() {
    assertThat(bind("glassbox.inference.certificate", CertificateSettings.class, Map.of()))
        .isEqualTo(new CertificateSettings(0.03, null));
    assertThat(bind("glassbox.inference.monitor", MonitorSettings.class, Map.of()))
        .isEqualTo(new MonitorSettings(Path.of(".glassbox/monitor/channels.json"), 100_000));
  }

  @Test
  void certificatesAndWatchesReadEveryProperty() {
    assertThat(
            bind(
                "glassbox.inference.certificate",
                CertificateSettings.class,
                Map.of(
                    "glassbox.inference.certificate.share", "0.5",
                    "glassbox.inference.certificate.bar", "0.25")))
        .isEqualTo(new CertificateSettings(0.5, 0.25));
    assertThat(
            bind(
                "glassbox.inference.monitor",
                MonitorSettings.class,
                Map.of(
                    "glassbox.inference.monitor.file", "watch.json",
                    "glassbox.inference.monitor.answers-to-false-alarm", "1000")))
        .isEqualTo(new MonitorSettings(Path.of("watch.json"), 1_000));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
  void certificatesRefuseWhatIsNoShare(double value) {
    assertThatThrownBy(() -> new CertificateSettings(value, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("share");
    assertThatThrownBy(() -> new CertificateSettings(0.03, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bar");
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 0, -5, Double.NaN, Double.POSITIVE_INFINITY})
  void watchesRefuseARateThatPromisesNothing(double answers) {
    assertThatThrownBy(() -> new MonitorSettings(Path.of("a"), answers))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readEveryProperty() {
    assertThat(
            bind(
                "glassbox.inference",
                InferenceSettings.class,
                Map.of(
                    "glassbox.inference.concurrency", "3",
                    "glassbox.inference.wait-limit", "1s",
                    "glassbox.inference.drain-limit", "2s",
                    "glassbox.inference.threads", "2",
                    "glassbox.inference.explanation-budget", "9")))
        .isEqualTo(new InferenceSettings(3, Duration.ofSeconds(1), Duration.ofSeconds(2), 2, 9));
    assertThat(
            bind(
                    "glassbox.models",
                    ModelsSettings.class,
                    Map.of("glassbox.models.trusted-keys", "keys.pem"))
                .keys())
        .isEqualTo(Path.of("keys.pem"));
  }

  @Test
  void refuseWhatCannotWork() {
    assertThatThrownBy(() -> new InferenceSettings(-1, Duration.ZERO, Duration.ZERO, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new InferenceSettings(1, Duration.ofSeconds(-1), Duration.ZERO, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new AuditSettings(URI.create("http://a"), Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SpoolSettings(Path.of("a"), DataSize.ofBytes(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package glassbox.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.shell.access.ServiceAccess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class ShellSettingsTest {

  private static <T> T bind(String prefix, Class<T> type, Map<String, String> values) {
    return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate(prefix, type);
  }

  @Test
  void hasSafeDefaults() {
    ShellSettings settings = bind("glassbox.http", ShellSettings.class, Map.of());
    assertThat(settings)
        .isEqualTo(new ShellSettings(DataSize.ofMegabytes(2), Duration.ofSeconds(1)));
    assertThat(bind("glassbox", ServiceAccess.class, Map.of()).serviceTokenRequired()).isTrue();
  }

  @Test
  void refusesLimitsOfNothing() {
    assertThatThrownBy(() -> new ShellSettings(DataSize.ofBytes(0), Duration.ofSeconds(1)))
        .hasMessageContaining("request-limit");
    assertThatThrownBy(() -> new ShellSettings(DataSize.ofBytes(1), Duration.ZERO))
        .hasMessageContaining("connect-timeout");
  }

  @Test
  void readsTheTokenFromAFileAndNeverPrintsIt(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("token"), "0123456789abcdef\n");
    ServiceAccess access =
        bind("glassbox", ServiceAccess.class, Map.of("glassbox.service-token-file", "" + file));
    assertThat(access.token().value()).isEqualTo("0123456789abcdef");
    assertThat(access.token() + " " + access).doesNotContain("0123456789abcdef");
  }

  @Test
  void refusesToStartWithoutATokenOrWithAShortOne() {
    assertThatThrownBy(() -> bind("glassbox", ServiceAccess.class, Map.of()).token())
        .hasMessageContaining("glassbox.service-token-file");
    ServiceAccess weak =
        bind("glassbox", ServiceAccess.class, Map.of("glassbox.service-token", "short"));
    assertThatThrownBy(weak::token).hasMessageContaining("16 characters");
  }
}

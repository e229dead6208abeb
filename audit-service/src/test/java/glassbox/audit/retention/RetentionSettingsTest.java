package glassbox.audit.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RetentionSettingsTest {

  @Test
  void keepsForEverUnlessToldOtherwise() {
    assertThat(bind(Map.of()).retention()).isNull();
  }

  @Test
  void readsYearsAndMonths() {
    assertThat(bind(Map.of("glassbox.audit.retention", "7y")).retention())
        .isEqualTo(Period.ofYears(7));
    assertThat(bind(Map.of("glassbox.audit.retention", "P18M")).retention())
        .isEqualTo(Period.ofMonths(18));
    assertThat(bind(Map.of("glassbox.audit.retention", "1m")).retention())
        .isEqualTo(Period.ofMonths(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"27d", "0y", "-7y", "3w", "soon", "7"})
  void refusesLessThanAMonthAndWhatIsNoTime(String value) {
    assertThatThrownBy(() -> bind(Map.of("glassbox.audit.retention", value)))
        .rootCause()
        .isInstanceOf(RuntimeException.class);
  }

  private static RetentionSettings bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("glassbox.audit", RetentionSettings.class);
  }
}

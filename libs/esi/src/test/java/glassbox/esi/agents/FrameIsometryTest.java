package glassbox.esi.agents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameIsometryTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "420 kg|0.42 t|true",
        "It is 420 kg.|420 kg|true",
        "90 min|1.5 h|true",
        "36 km/h|10 m/s|true",
        "0xff|255|true",
        "0b101 pens|5 pens|true",
        "Arlen|arlen.|true",
        "from 3 km to 5 km|5000 m, 3000 m|false",
        "3000 m and 5 km|3 km and 5000 m|true",
        "420 kg|420 g|false",
        "420 kg|421 kg|false",
        "3 kg|3|false",
        "3 kg|3 km|false",
        "not 420 kg|420 kg of iron|false",
        "not 420 kg|420 kg|false",
        "it isn't 420 kg|it is 420 kg|false",
        "Arlen|Bosk|false",
        "12 EUR|12 USD|false",
        "420 kg and 3 m|420 kg|false",
      })
  void mergesClaimsThatDifferInTheirFrameOnly(String first, String second, boolean same) {
    assertThat(FrameIsometry.equivalent(first, second)).isEqualTo(same);
    assertThat(FrameIsometry.equivalent(second, first)).isEqualTo(same);
    assertThat(FrameIsometry.equivalent(first, first)).isTrue();
  }
}

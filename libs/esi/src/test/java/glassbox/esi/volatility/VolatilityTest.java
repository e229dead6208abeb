package glassbox.esi.volatility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class VolatilityTest {

  @Test
  void weighsItsParts() {
    assertThat(new Volatility(1, 0, 0, 0).value()).isEqualTo(0.35);
    assertThat(new Volatility(0, 1, 0, 0).value()).isEqualTo(0.25);
    assertThat(new Volatility(0, 0, 1, 0).value()).isEqualTo(0.25);
    assertThat(new Volatility(0, 0, 0, 1).value()).isEqualTo(0.15);
    assertThat(new Volatility(1, 1, 1, 1).value()).isCloseTo(1, within(1e-12));
  }

  @Test
  void countsCuesAsWholeWords() {
    Volatility plain = TaskReader.DEFAULT.read("Where is Norvik based?", 5, 0);
    assertThat(plain.symbols()).isZero();
    assertThat(plain.ambiguity()).isZero();
    assertThat(TaskReader.DEFAULT.read("the mkg of a solid kilogramme", 5, 0).symbols()).isZero();
    assertThat(TaskReader.DEFAULT.read("3 kg", 5, 0).symbols()).isEqualTo(0.25);
    assertThat(TaskReader.DEFAULT.read("3 kg + 20 g = ? g, in SQL", 5, 0).symbols()).isEqualTo(1);
    assertThat(TaskReader.DEFAULT.read("Maybe about 3", 5, 0).ambiguity())
        .isCloseTo(2.0 / 3, within(1e-12));
    assertThat(TaskReader.DEFAULT.read("something mighty", 5, 0).ambiguity())
        .isCloseTo(1.0 / 3, within(1e-12));
  }

  @Test
  void clipsLength() {
    assertThat(TaskReader.DEFAULT.read("x", 250, 0).length()).isEqualTo(0.5);
    assertThat(TaskReader.DEFAULT.read("x", 5_000, 0).length()).isEqualTo(1);
  }

  @Test
  void budgetsByBand() {
    StarchBands bands = StarchBands.DEFAULT;
    assertThat(bands.share(0.25)).isEqualTo(0.01);
    assertThat(bands.share(0.2501)).isEqualTo(0.02);
    assertThat(bands.share(0.6)).isEqualTo(0.02);
    assertThat(bands.share(0.61)).isEqualTo(0.03);
    assertThat(bands.tokens(0.02, 4096)).isEqualTo(81);
    assertThat(bands.tokens(0.03, 32_000)).isEqualTo(120);
    assertThat(bands.tokens(0.01, 512)).isEqualTo(6);
    assertThat(bands.tokens(0, 512)).isZero();
  }

  @Test
  void refusesBandsWithGaps() {
    assertThatThrownBy(() -> new StarchBands(List.of(new StarchBands.Band(0.5, 0.01)), 120, 6))
        .hasMessageContaining("reach 1");
  }
}

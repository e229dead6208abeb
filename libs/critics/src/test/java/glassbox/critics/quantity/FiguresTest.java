package glassbox.critics.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,234 | 1234",
        "1,234 | 1.234",
        "1,5 kg | 1.5",
        "1'000'000 | 1000000",
        "12 345 seeds | 12345",
        "Q2 2031 | 2",
        "Q2 2031 | 2031",
        "-7 | 7",
        "−7.50 | 7.5",
        "the second of three | 2",
        "the second of three | 3",
        "twenty-five | 25",
        "5 million | 5",
        "5 million | 5000000",
        "1.5e3 | 1500",
        "٣٤ | 34",
        "3/4 | 3",
        "1.234 | 1234",
        "1.234,5 | 1234.5",
        "12.05.2031 | 12",
      })
  void holdNumbersAsTheyMayBeMeant(String text, double number) {
    assertThat(Figures.in(text).hold(number)).as(text).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12 | 1",
        "12.5 | 2",
        "12.5 | 12",
        "12.5 kg | 5",
        "2.2 cm | 22",
        "9.5 and 2.5 cm | 5",
        "0.1 | 0.2",
        "none | 0",
        "34 | 33.9"
      })
  void holdNoOthers(String text, double number) {
    assertThat(Figures.in(text).hold(number)).as(text).isFalse();
  }

  @Test
  void writtenNumbersAreNoPartsOfWords() {
    assertThat(Figures.written("log10(x2)+min(1,234,.5)*3e2-4.0"))
        .containsExactly("1,234", ".5", "3e2", "4.0");
    assertThat(Figures.in("1 and 234").holdWritten("1,234")).isTrue();
    assertThat(Figures.in("1 and 235").holdWritten("1,234")).isFalse();
  }
}

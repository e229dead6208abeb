package glassbox.lab.world.text;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.lab.world.facts.FactBook;
import glassbox.lab.world.label.LabelledText;
import glassbox.lab.world.label.SegmentKind;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EchoesTest {

  private static List<LabelledText> echoes(long seed) {
    var echoes = new Echoes(FactBook.of(7), new SplittableRandom(seed));
    return Stream.generate(echoes::next).limit(500).toList();
  }

  @Test
  void theAnswerIsTheListThatStandsInTheQuestion() {
    for (LabelledText echo : echoes(1)) {
      String list = echo.text(SegmentKind.ANSWER);
      assertThat(echo.text(SegmentKind.PROMPT)).contains(list).isNotEqualTo(list);
    }
  }

  @Test
  void listsAreManyAndHoldNumbersOfEveryLength() {
    List<String> lists =
        echoes(1).stream().map(echo -> echo.text(SegmentKind.ANSWER)).distinct().toList();
    assertThat(lists).hasSizeGreaterThan(450);
    for (int digits = 1; digits <= 5; digits++) {
      String number = "(?<![\\d.])\\d{" + digits + "}(?![\\d.])";
      assertThat(lists).anyMatch(list -> list.matches(".*" + number + ".*"));
    }
    assertThat(lists).anyMatch(list -> list.matches(".*\\d\\.\\d.*"));
    assertThat(echoes(1)).isEqualTo(echoes(1)).isNotEqualTo(echoes(2));
  }
}

package glassbox.lab.world.text;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.lab.world.label.Phrase;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AsidesTest {

  private static final Phrase QUESTION =
      Words.line("How much is ", Words.number(3), " ", Words.unit("kg"), "?");

  @Test
  void oneQuestionInFiveHasAnAsideAndNoneLosesAWord() {
    var asides = new Asides(new SplittableRandom(1));
    var asked = IntStream.range(0, 1_000).mapToObj(i -> asides.around(QUESTION)).toList();
    assertThat(asked).allSatisfy(phrase -> assertThat(phrase.text()).contains(QUESTION.text()));
    assertThat(asked.stream().filter(phrase -> !phrase.equals(QUESTION)).count())
        .isBetween(150L, 250L);
  }

  @Test
  void theQuestionsConceptsMoveWithIt() {
    var asides = new Asides(new SplittableRandom(2));
    IntStream.range(0, 100)
        .mapToObj(i -> asides.around(QUESTION))
        .forEach(
            phrase ->
                assertThat(phrase.spans())
                    .extracting(span -> phrase.text().substring(span.from(), span.to()))
                    .containsExactly("3", "kg"));
  }

  @Test
  void theSameSeedGivesTheSameAsides() {
    var one = new Asides(new SplittableRandom(3));
    var other = new Asides(new SplittableRandom(3));
    IntStream.range(0, 50)
        .forEach(i -> assertThat(one.around(QUESTION)).isEqualTo(other.around(QUESTION)));
  }
}

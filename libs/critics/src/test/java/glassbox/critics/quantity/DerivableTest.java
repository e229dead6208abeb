package glassbox.critics.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerivableTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3 l | 7 l per km, 4 km | | true",
        "3 l | 4 km, 4 km | | false",
        "3 l | 2 m, 3 m, 4 m | | true",
        "3 km | 60 km/h, 2 h | | true",
        "2 h | 120 km | 60 km/h | true",
        "2 h | 120 km, 60 km/h | | false",
        "5 kg | 2 l | | false",
        "15 euros | 3 kg, 5 euros | | true",
        "20 mg | 5 mg | 6 hours | true",
        "20 mg | 24 hours | 12 hours | false",
      })
  void unitsComeOutOfThoseThatAreMultipliedAndDivided(
      String sought, String above, String below, boolean comes) {
    List<StatedQuantity> under = below == null ? List.of() : Quantities.in(below);
    assertThat(Quantities.in(sought).getFirst().derivable(Quantities.in(above), under))
        .isEqualTo(comes);
  }

  @Test
  void manyFactorsAreNotTried() {
    List<StatedQuantity> many = Collections.nCopies(40, Quantities.in("4 km").getFirst());
    assertThat(Quantities.in("5 mg").getFirst().derivable(many, many)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Is 7 more than 5? | true | true",
        "Which is more, 7 or 5? | true | false",
        "Ann sings. Does Bo sing? | true | true",
        "How many km is it to Bern? | false | false",
        "Give the time to Bern. | false | false",
      })
  void choicesAndVerdictsAreTold(String question, boolean choice, boolean verdict) {
    assertThat(Questions.choice(question)).isEqualTo(choice);
    assertThat(Questions.verdict(question)).isEqualTo(verdict);
  }
}

package glassbox.critics.agent;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.critics.Draft;
import glassbox.critics.Material;
import glassbox.critics.Material.AgentAnswer;
import glassbox.critics.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossAgentCriticTest {

  private static Verdict judge(String own, boolean passed, String... others) {
    List<AgentAnswer> agents =
        java.util.Arrays.stream(others).map(text -> new AgentAnswer("b", text, passed)).toList();
    return new CrossAgentCritic()
        .judge(
            Draft.of("", own)
                .withMaterial(new Material(List.of(), List.of(), Optional.empty(), agents)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It is 2 kg. | 2000 g",
        "72 km/h | The speed is 20 m/s.",
        "90 min | 1.5 h",
        "50% | 50 percent",
        "420 pens | The answer is 420 pens.",
        "Paris | paris",
        "420 | 420 pens",
        "Arlen Bosk 12 km | Arlen Bosk 12000 m",
        "20 °C | 68 °F",
      })
  void equalClaimsAgreeInAnyFrame(String own, String other) {
    assertThat(judge(own, true, other)).as(own).isEqualTo(new Verdict.Passed(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It is 2 kg. | 2100 g",
        "72 km/h | The speed is 25 m/s.",
        "420 pens | 421 pens",
        "1 mg | 86 million crowns",
        "0 | hay fever",
        "4 hours | asthma",
        "Paris | London",
        "yes | no",
        "5 EUR | 6 EUR",
        "The medicine is safe for children. | The medicine is not safe for children.",
      })
  void unequalClaimsAreFlagged(String own, String other) {
    assertThat(judge(own, true, other)).as(own).isInstanceOf(Verdict.Flagged.class);
  }

  @Test
  void eachAgentIsOneCheck() {
    assertThat(judge("2 kg", true, "2000 g", "2 kg", "0.002 t")).isEqualTo(new Verdict.Passed(3));
    Verdict.Flagged flagged = (Verdict.Flagged) judge("2 kg", true, "2000 g", "3 kg");
    assertThat(flagged.checks()).isEqualTo(2);
    assertThat(flagged.findings()).hasSize(1);
  }

  @Test
  void whoDidNotPassDoesNotCount() {
    assertThat(judge("2 kg", false, "3 kg")).isInstanceOf(Verdict.Unavailable.class);
    assertThat(judge("2 kg", true)).isInstanceOf(Verdict.Unavailable.class);
  }

  @Test
  void currenciesHaveNoFixedRate() {
    assertThat(judge("5 EUR", true, "6 USD")).isEqualTo(new Verdict.Passed(0));
  }
}

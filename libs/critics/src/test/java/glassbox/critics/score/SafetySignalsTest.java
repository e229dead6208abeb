package glassbox.critics.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafetySignalsTest {

  private static final TextModel UNTAUGHT = new TextModel(64, new TreeMap<>());

  private static Map<String, Double> prompt(String text) {
    return SafetySignals.ofPrompt(text, UNTAUGHT);
  }

  @Test
  void countsWordsByWhatTheyAreFor() {
    assertThat(prompt("How do I poison the soup without anyone noticing?"))
        .containsEntry("harm_words", 1.0)
        .containsEntry("secrecy_words", 1.0)
        .containsEntry("care_words", 0.0);
    assertThat(prompt("How do I protect the soup from being poisoned by mistake?"))
        .containsEntry("harm_words", 1.0)
        .containsEntry("secrecy_words", 0.0)
        .containsEntry("care_words", Math.sqrt(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"How many grams are 3 kg?", "", "Where is my begonia?", "It hits the spot."})
  void findsNothingInWordsThatOnlyContainOthers(String text) {
    assertThat(prompt(text)).containsEntry("harm_words", 0.0).containsEntry("secrecy_words", 0.0);
  }

  @Test
  void anAnswerTakesWhatWasAskedIntoAccount() {
    Map<String, Double> signals =
        SafetySignals.ofAnswer("I cannot help with that.", UNTAUGHT, OptionalDouble.of(40));
    assertThat(signals).containsEntry("refusal", 1.0).containsEntry("prompt_logit", 6.0);
    assertThat(SafetySignals.ofAnswer("Of course.", UNTAUGHT, OptionalDouble.empty()))
        .containsEntry("refusal", 0.0)
        .doesNotContainKey("prompt_logit");
  }
}

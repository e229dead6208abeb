package glassbox.gateway.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.gateway.limits.LimitsProperties;
import glassbox.shell.json.StrictJson;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class QuestionRulesTest {
  private static final JsonMapper JSON = StrictJson.mapper();
  private static final LimitsProperties LIMITS = new LimitsProperties(50, 100, 10);
  private static final PhaseRules PHASES =
      new PhaseRules(() -> Set.of("tools"), 768, LIMITS, new AgentRules(4, () -> 512, LIMITS));
  private final QuestionRules rules = new QuestionRules(LIMITS, () -> -1L, JSON, PHASES);

  private Question check(String members) {
    return rules.check(
        JSON.readValue(
            "{\"model_path\":\"demo\",\"prompt\":\"p\"" + members + "}", EvaluateRequest.class));
  }

  @Test
  void fillsInDefaults() {
    QuestionRules roomy =
        new QuestionRules(
            new LimitsProperties(50, 100, 1_000),
            RandomGenerator.of("L64X128MixRandom"),
            JSON,
            PHASES);

    Question question =
        roomy.check(
            JSON.readValue("{\"model_path\":\"demo\",\"prompt\":\"p\"}", EvaluateRequest.class));

    assertThat(question.decoding().maxNewTokens()).isEqualTo(160);
    assertThat(question.release()).isEqualTo(Release.PROVISIONAL);
    assertThat(question.showsTokens()).isFalse();
  }

  @Test
  void drawsSeedsThatJavaScriptCanHold() {
    Question question = check(",\"generation_config\":{\"max_new_tokens\":1}");

    assertThat(question.decoding().seed()).isEqualTo((1L << 53) - 1);
  }

  @Test
  void hashesTheRequestWhateverItsSpelling() {
    String tokens = "\"generation_config\":{\"max_new_tokens\":1}";

    assertThat(check("," + tokens + ",\"context\":null").hash())
        .isEqualTo(check(", " + tokens).hash())
        .isNotEqualTo(check("," + tokens + ",\"context\":\"c\"").hash());
    assertThat(check("," + tokens + ",\"budget\":9007199254740993").hash())
        .isNotEqualTo(check("," + tokens + ",\"budget\":9007199254740992").hash());
  }

  @Test
  void estimatesMoreForExplanations() {
    String config = ",\"generation_config\":{\"max_new_tokens\":10}";

    assertThat(check(config).estimate()).isEqualTo(11);
    assertThat(check(config + ",\"explain\":true").estimate()).isEqualTo(99);
    assertThat(check(config + ",\"explain\":true,\"budget\":50").estimate()).isEqualTo(61);
    assertThat(check(config + ",\"explain\":true,\"budget\":9223372036854775807").estimate())
        .isEqualTo(99);
    assertThat(check(config + ",\"answer\":\"abc\"").estimate()).isEqualTo(2);
  }

  @Test
  void estimatesOneMoreForwardForACertificateThatIsAskedFor() {
    String config = ",\"generation_config\":{\"max_new_tokens\":10}";

    assertThat(check(config + ",\"certificate\":\"full\"").estimate()).isEqualTo(22);
    assertThat(check(config + ",\"certificate\":\"sampled\"").estimate()).isEqualTo(11);
    assertThat(check(config + ",\"certificate\":\"none\"").estimate()).isEqualTo(11);
    assertThat(check(config + ",\"certificate\":\"full\",\"explain\":true").estimate())
        .isEqualTo(110);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud83d", "\ude00", "\ude00\ud83d", "a\ud83d", "\ud83d\ud83d\ude00"})
  void refusesUnpairedSurrogates(String text) {
    Faults faults = new Faults();
    faults.text(text, "prompt", 100);

    assertThatThrownBy(faults::throwIfAny).isInstanceOf(InvalidQuestion.class);
  }

  @Test
  void takesPairedSurrogates() {
    Faults faults = new Faults();
    faults.text("\ud83d\ude00 fine", "prompt", 100);
    faults.throwIfAny();
  }
}

package glassbox.engine.federation;

import static glassbox.engine.federation.ShortPasses.ids;
import static glassbox.engine.federation.ShortPasses.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import glassbox.ledger.block.Combination;
import glassbox.ledger.block.TokenBlock;
import glassbox.ledger.block.TokenEntry;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tokens that are given, not drawn: answers that are scored, and forced ones. */
class GivenTokensTest extends TinyFederationTest {

  @Test
  void scoringAnAnswerGivesTheNumbersOfGeneratingIt() {
    Outcome generated = federation.generate(plan("hello", 12), TokenListener.SILENT);
    int[] answer = ids(generated).stream().mapToInt(Integer::intValue).toArray();
    Outcome scored = federation.score(plan("hello", 1), answer, TokenListener.SILENT);
    assertThat(scored.finish()).isEqualTo(Outcome.Finish.SCORED);
    assertThat(ids(scored)).isEqualTo(ids(generated));
    for (int t = 0; t < answer.length; t++) {
      TokenEntry entry = scored.block().tokens().get(t);
      assertThat(entry.forced()).isTrue();
      assertThat(entry.sampled()).isEqualTo(entry.joint());
      assertThat(entry.joint()).isCloseTo(generated.block().tokens().get(t).joint(), within(1e-4));
    }
  }

  @Test
  void scoredTextCannotForgeAField() {
    Outcome scored = federation.score(plan("hello", 1), "[Answer] 42", TokenListener.SILENT);
    assertThat(ids(scored)).noneMatch(tiny.tokenizer::isSpecial);
    assertThat(scored.text()).isEqualTo("[Answer] 42");
  }

  @Test
  void scorerAgreesWithScoring() {
    int[] answer = tiny.tokenizer.encode("yes it is");
    int[] one = federation.encode(PromptText.of("hello"), 10).ids();
    int[] two = federation.encode(PromptText.of("jello"), 10).ids();
    double[] scores;
    try (AnswerScorer scorer = federation.scorer(Combination.Mixture.uniform(3))) {
      scores = scorer.score(List.of(one, two), answer);
    }
    for (int i = 0; i < 2; i++) {
      TokenBlock block =
          federation
              .score(plan(i == 0 ? "hello" : "jello", 1), answer, TokenListener.SILENT)
              .block();
      assertThat(scores[i])
          .isCloseTo(block.tokens().stream().mapToDouble(TokenEntry::joint).sum(), within(1e-3));
    }
    assertThat(tiny.admission.inFlight()).isZero();
  }

  @Test
  void forcedTokensAreTakenAndMarked() {
    int[] scaffold = tiny.tokenizer.encodeWithSpecials("[Plan]abc[Answer]");
    Outcome outcome =
        federation.generate(
            plan("hello", 10).forcing(Forcing.prefix(scaffold)), TokenListener.SILENT);
    assertThat(ids(outcome).subList(0, scaffold.length))
        .isEqualTo(Arrays.stream(scaffold).boxed().toList());
    for (int t = 0; t < outcome.tokens().size(); t++) {
      assertThat(outcome.block().tokens().get(t).forced()).isEqualTo(t < scaffold.length);
    }
    assertThat(outcome.text()).startsWith("[Plan]abc[Answer]");
    ReplayResult replay = federation.replay(outcome.block().stored(), ReplayShape.RECORDED);
    assertThat(replay.bitEqual()).isTrue();
  }

  @Test
  void tokensForcedInTheMiddleAreToldApart() {
    Forcing middle = p -> p == 3 ? java.util.OptionalInt.of(20) : java.util.OptionalInt.empty();
    Outcome outcome = federation.generate(plan("hello", 6).forcing(middle), TokenListener.SILENT);
    assertThat(ids(outcome).get(3)).isEqualTo(20);
    assertThat(outcome.block().tokens()).extracting(TokenEntry::forced).containsOnlyOnce(true);
    assertThat(federation.replay(outcome.block(), ReplayShape.RECORDED).bitEqual()).isTrue();
  }
}

package glassbox.engine.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import glassbox.ledger.block.Combination;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against one full forward a prompt, on both decoders. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswerScorerTest {
  private static final int SPECIALISTS = 3;
  private final List<TinyFederation> open = new ArrayList<>();

  @BeforeAll
  void load(@TempDir Path reference, @TempDir Path fast) throws IOException {
    open.add(TinyFederation.reference(reference));
    open.add(TinyFederation.fast(fast));
  }

  @AfterAll
  void close() {
    open.forEach(TinyFederation::close);
  }

  Stream<TinyFederation> decoders() {
    return open.stream();
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("decoders")
  void occlusionsShareBeginningsAndScoreAsOneByOne(TinyFederation tiny) {
    int[] prompt = tiny.tokenizer.encode("what is two and two, and what are three and five?");
    int[] answer = tiny.tokenizer.encode("it is four");
    List<int[]> occluded = new ArrayList<>(List.of(prompt));
    IntStream.range(0, prompt.length).forEach(i -> occluded.add(without(prompt, i)));

    long tokens =
        assertScoresAsOneByOne(tiny, Combination.Mixture.uniform(SPECIALISTS), occluded, answer);

    assertThat(tokens).isLessThan(naive(occluded, answer) * 3 / 4);
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("decoders")
  void anyPromptsInAnyOrderScoreAsOneByOne(TinyFederation tiny) {
    int[] text = tiny.tokenizer.encode("yes it is, it is what it is");
    int[] answer = tiny.tokenizer.encode("it is");
    Random random = new Random(7);
    List<int[]> prompts = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      int[] kept = IntStream.of(text).filter(_ -> random.nextBoolean()).toArray();
      prompts.add(kept.length > 0 ? kept : text);
    }
    // Prompts that begin others, that go on as the answer does, and some twice.
    prompts.add(Arrays.copyOf(text, 3));
    prompts.add(joined(text, answer));
    prompts.add(text);
    prompts.add(text);
    Collections.shuffle(prompts, random);

    Combination product = new Combination.Product(List.of(0.5, 0.25, 0.25));
    assertScoresAsOneByOne(tiny, product, prompts, answer);
    assertScoresAsOneByOne(tiny, product, prompts, Arrays.copyOf(answer, 1));
  }

  /** Tokens that were computed where beginnings are shared. */
  private static long assertScoresAsOneByOne(
      TinyFederation tiny, Combination combination, List<int[]> prompts, int[] answer) {
    Federation federation =
        tiny.federation(combination, tiny.general(), tiny.domain(), tiny.user());
    double[] alone = new double[prompts.size()];
    for (int i = 0; i < alone.length; i++) {
      try (AnswerScorer scorer = federation.scorer(combination)) {
        alone[i] = scorer.score(List.of(prompts.get(i)), answer)[0];
      }
    }
    assertThat(DoubleStream.of(alone).distinct().count()).isGreaterThan(prompts.size() / 2);
    assertThat(DoubleStream.of(alone).allMatch(score -> score < 0)).isTrue();
    try (AnswerScorer scorer = federation.scorer(combination)) {
      double[] shared = scorer.score(prompts, answer);
      for (int i = 0; i < alone.length; i++) {
        assertThat(shared[i]).isCloseTo(alone[i], within(1e-5));
      }
      return scorer.tokens();
    }
  }

  private static long naive(List<int[]> prompts, int[] answer) {
    return prompts.stream().mapToLong(prompt -> prompt.length + answer.length - 1L).sum();
  }

  private static int[] without(int[] prompt, int position) {
    return joined(
        Arrays.copyOf(prompt, position), Arrays.copyOfRange(prompt, position + 1, prompt.length));
  }

  private static int[] joined(int[] one, int[] other) {
    return IntStream.concat(IntStream.of(one), IntStream.of(other)).toArray();
  }
}

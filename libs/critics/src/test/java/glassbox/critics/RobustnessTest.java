package glassbox.critics;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import glassbox.critics.contradiction.ContradictionCritic;
import glassbox.critics.contradiction.ContradictionSettings;
import glassbox.critics.trace.TraceCritic;
import glassbox.critics.trace.TraceSettings;
import glassbox.critics.units.UnitsCritic;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RobustnessTest {
  private static final List<Critic> CRITICS =
      List.of(
          new UnitsCritic(),
          new ContradictionCritic(ContradictionSettings.DEFAULT),
          new TraceCritic(TraceSettings.DEFAULT));
  private static final int SIZE = 100_000;

  @Property(seed = "17", tries = 1500)
  void neverThrowsOnAnyText(@ForAll String prompt, @ForAll String answer) {
    judgeAll(prompt, answer);
  }

  @Property(seed = "17", tries = 1500)
  void neverThrowsOnPiecesOfStatements(@ForAll("statements") String answer) {
    judgeAll(answer, answer);
  }

  @Property(seed = "17", tries = 300)
  void sameDraftSameVerdict(@ForAll("statements") String answer) {
    for (Critic critic : CRITICS) {
      Draft draft = draft("The dose is 5 mg.", answer);
      assertThat(critic.judge(draft)).isEqualTo(critic.judge(draft));
    }
  }

  @Provide
  Arbitrary<String> statements() {
    return Arbitraries.of(
            "2",
            "kg",
            "=",
            " ",
            "is",
            "1,234.5",
            "m/s^2",
            "(",
            ")",
            "+",
            "−",
            "×",
            "^",
            "²",
            "%",
            "€",
            "°C",
            ".",
            ",",
            "\n",
            "e",
            "E9",
            "10^",
            "-",
            "of",
            "in",
            "grams",
            "1e308",
            "**",
            "a",
            "hour",
            "/",
            "0",
            "≈",
            "(about",
            "and",
            "not",
            "all",
            "x",
            "\ud83d",
            "≤",
            "'",
            "the dose",
            "square",
            "degrees",
            "per",
            "$",
            "million",
            "[",
            "!",
            "=>",
            "⁻",
            "5:30")
        .list()
        .ofMaxSize(40)
        .map(pieces -> String.join(" ", pieces).replace("  ", ""));
  }

  static List<String> hostile() {
    Random random = new Random(17);
    StringBuilder ascii = new StringBuilder();
    random.ints(SIZE, 32, 127).forEach(ascii::appendCodePoint);
    return List.of(
        ascii.toString(),
        "9".repeat(SIZE),
        "(".repeat(SIZE),
        "1+".repeat(SIZE / 2),
        "(1+".repeat(SIZE / 3),
        "1 kg = ".repeat(SIZE / 7),
        "2 kg is 2001 g. ".repeat(SIZE / 16),
        "1 m * 1 s / ".repeat(SIZE / 12),
        "1.".repeat(SIZE / 2),
        "1,234".repeat(SIZE / 5),
        "The dose is 5 mg. The dose is not 6 mg. ".repeat(SIZE / 40),
        "a ".repeat(SIZE / 2),
        "a".repeat(SIZE),
        "2^".repeat(SIZE / 2),
        "kg^-2·".repeat(SIZE / 6),
        "2 h 3 min 4 s ".repeat(SIZE / 14),
        "\n".repeat(SIZE),
        "\ud83d".repeat(SIZE),
        "5 (".repeat(SIZE / 3),
        "probability of 2 is ".repeat(SIZE / 20),
        "17 kg and 18 kg and 19 kg and ".repeat(SIZE / 30),
        random.ints(SIZE / 10, 100_000, 999_999).mapToObj(n -> n + " kg, ").collect(joining()));
  }

  /** Linear: 0.1 MB takes well under the limit on one slow core, where quadratic takes minutes. */
  @ParameterizedTest
  @MethodSource("hostile")
  void hundredKilobytesOfAnythingAreJudgedInTime(String text) {
    for (Critic critic : CRITICS) {
      long start = System.nanoTime();
      assertThat(critic.judge(draft("", text))).isNotNull();
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .as(critic.identity().name())
          .isLessThan(Duration.ofSeconds(20));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u0000", "\ud83d", "°", "e", "-", ".", "1e", "$", "°C"})
  void tinyTexts(String text) {
    judgeAll(text, text);
  }

  private static void judgeAll(String prompt, String answer) {
    for (Critic critic : CRITICS) {
      Verdict verdict = critic.judge(draft(prompt, answer));
      if (verdict instanceof Verdict.Flagged flagged) {
        assertThat(flagged.findings())
            .allSatisfy(finding -> assertThat(finding.end()).isLessThanOrEqualTo(answer.length()));
      }
    }
  }

  private static Draft draft(String prompt, String answer) {
    return new Draft(
        prompt,
        Optional.of(prompt),
        answer,
        List.of(new Fragment("a", "tool", "calculator", answer)),
        List.of(new Claim("c", answer, List.of("a"))));
  }
}

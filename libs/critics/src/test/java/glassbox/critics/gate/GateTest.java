package glassbox.critics.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.critics.Finding;
import glassbox.critics.Verdict;
import glassbox.critics.chi.Chi;
import glassbox.critics.chi.ChiSettings;
import glassbox.critics.chi.Rate;
import glassbox.critics.chi.Signal;
import glassbox.critics.gate.GateDecision.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

  /** P passed, F flagged, U unavailable; capitals are mandatory. */
  private static List<Vote> votes(String pattern) {
    return IntStream.range(0, pattern.length())
        .mapToObj(i -> vote("critic" + i, pattern.charAt(i)))
        .toList();
  }

  private static Vote vote(String name, char kind) {
    Verdict verdict =
        switch (Character.toUpperCase(kind)) {
          case 'P' -> new Verdict.Passed(2);
          case 'F' -> new Verdict.Flagged(2, List.of(new Finding("wrong", 0, 1)));
          default -> new Verdict.Unavailable("away");
        };
    return new Vote(name, Character.isUpperCase(kind), verdict);
  }

  private static Optional<Chi> chi(double entropy) {
    return Chi.of(
        List.of(new Signal(1, Optional.empty(), entropy)), Rate.of(0, 1), ChiSettings.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 1",
    "p, 1",
    "f, 1",
    "u, 1",
    "pp, 1",
    "pf, 0",
    "ff, 1",
    "ppp, 1",
    "fff, 1",
    "ppf, 0.3333333333333333",
    "pff, 0.3333333333333333",
    "ppu, 1",
    "pfu, 0",
    "ppff, 0.3333333333333333",
    "pppf, 0.5"
  })
  void agreementCountsPairsOfCastVotes(String pattern, double csa) {
    assertThat(CrossAgreement.csa(votes(pattern))).isEqualTo(csa);
  }

  @ParameterizedTest
  @CsvSource({
    "PPp, 1,   COMMIT",
    "PPu, 1,   COMMIT",
    "PP,  .3,  COMMIT",
    "PP,  .29, REPAIR",
    "PPf, 1,   REPAIR",
    "PFp, 1,   REPAIR",
    "PUp, 1,   REPAIR",
    "UUu, 1,   REPAIR",
    "FU,  1,   REPAIR",
    "FFF, 1,   RESTART",
    "FFu, 1,   RESTART",
    "fff, 1,   RESTART",
    "FF,  0,   RESTART",
    "F,   1,   REPAIR",
  })
  void decides(String pattern, double entropy, Outcome outcome) {
    GateDecision decision = Gate.DEFAULT.decide(votes(pattern), chi(entropy));
    assertThat(decision.outcome()).isEqualTo(outcome);
    assertThat(decision.reasons().isEmpty()).isEqualTo(outcome == Outcome.COMMIT);
  }

  @Test
  void unknownChiNeverCommits() {
    GateDecision decision = Gate.DEFAULT.decide(votes("PPP"), Optional.empty());
    assertThat(decision.outcome()).isEqualTo(Outcome.REPAIR);
    assertThat(decision.reasons())
        .containsExactly("chi is unknown: the request has no token signals");
  }

  @Test
  void orderOfVotesDoesNotMatter() {
    List<Vote> votes = new ArrayList<>(votes("PFpfu"));
    double csa = CrossAgreement.csa(votes);
    Outcome outcome = Gate.DEFAULT.decide(votes, chi(1)).outcome();
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(votes, new Random(seed));
      assertThat(CrossAgreement.csa(votes)).isEqualTo(csa);
      assertThat(Gate.DEFAULT.decide(votes, chi(1)).outcome()).isEqualTo(outcome);
    }
  }

  @Test
  void contradictionsAreFailedChecksOfAllChecks() {
    assertThat(CrossAgreement.contradictions(votes("PFfu"))).isEqualTo(Rate.of(2, 6));
    assertThat(CrossAgreement.contradictions(votes("u"))).isEqualTo(Rate.of(0, 0));
  }

  @ParameterizedTest
  @CsvSource({"-.1, .3", "1.1, .3", ".5, NaN", ".5, 2"})
  void rejectsBarsOutOfRange(double csa, double chi) {
    assertThatThrownBy(() -> new Gate(csa, chi)).isInstanceOf(IllegalArgumentException.class);
  }

  /** All 3^k patterns of k critics, all of them mandatory or none, against counting by hand. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void everyPatternOfVotesIsDecidedAsCounted(int k) {
    for (int code = 0; code < Math.pow(3, k); code++) {
      StringBuilder pattern = new StringBuilder();
      for (int i = 0, rest = code; i < k; i++, rest /= 3) {
        pattern.append("pfu".charAt(rest % 3));
      }
      int passed = (int) pattern.chars().filter(c -> c == 'p').count();
      int flagged = (int) pattern.chars().filter(c -> c == 'f').count();
      int cast = passed + flagged;
      int agreeing = 0;
      for (int i = 0; i < k; i++) {
        for (int j = i + 1; j < k; j++) {
          char a = pattern.charAt(i);
          agreeing += a != 'u' && a == pattern.charAt(j) ? 1 : 0;
        }
      }
      double csa = cast < 2 ? 1 : 2.0 * agreeing / (cast * (cast - 1));
      List<Vote> votes = votes(pattern.toString());
      assertThat(CrossAgreement.csa(votes)).as("%s", pattern).isEqualTo(csa);
      Outcome free = Gate.DEFAULT.decide(votes, chi(1)).outcome();
      boolean commits = csa >= .67 && passed > 0;
      Outcome shut = passed == 0 && flagged >= 2 ? Outcome.RESTART : Outcome.REPAIR;
      assertThat(free).as("%s", pattern).isEqualTo(commits ? Outcome.COMMIT : shut);
      Outcome strict =
          Gate.DEFAULT.decide(votes(pattern.toString().toUpperCase(Locale.ROOT)), chi(1)).outcome();
      assertThat(strict).as("%s", pattern).isEqualTo(passed == k ? Outcome.COMMIT : shut);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "u", "uu", "f", "ff", "fff", "ffffff", "uf"})
  void whatNoCriticPassedNeverCommits(String pattern) {
    GateDecision decision = Gate.DEFAULT.decide(votes(pattern), chi(1));
    assertThat(decision.outcome()).isNotEqualTo(Outcome.COMMIT);
    assertThat(decision.reasons()).contains("no critic passed the answer");
  }
}

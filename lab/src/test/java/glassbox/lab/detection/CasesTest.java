package glassbox.lab.detection;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.lab.detection.Case.Planted;
import glassbox.lab.world.World;
import glassbox.lab.world.facts.Attribute;
import glassbox.lab.world.facts.Domain;
import glassbox.lab.world.grading.Grader;
import glassbox.lab.world.task.Instance;
import glassbox.lab.world.task.Split;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CasesTest {

  private static Cases cases(Split split) {
    return new Cases(World.of(2), split, 5);
  }

  @Test
  void noWordingAndNoAttributeIsOfTwoSplits() {
    Set<String> frames = new HashSet<>();
    for (Split split : Split.values()) {
      assertThat(Wording.frames(split)).isNotEmpty();
      assertThat(Collections.disjoint(frames, Wording.frames(split))).isTrue();
      frames.addAll(Wording.frames(split));
      assertThat(Arrays.stream(Attribute.values()).filter(a -> Wording.splitOf(a) == split))
          .hasSizeGreaterThan(3);
    }
  }

  @Test
  void statementsOfSplitsAreAboutDifferentThings() {
    Set<String> seen = new HashSet<>();
    for (Split split : Split.values()) {
      List<Case> drawn = cases(split).statements(200);
      assertThat(drawn).hasSize(200);
      Set<String> facts = drawn.stream().map(Case::cluster).collect(Collectors.toSet());
      assertThat(Collections.disjoint(seen, facts)).isTrue();
      seen.addAll(facts);
      long flawed = drawn.stream().filter(c -> ((Planted) c.answer()).flawed()).count();
      assertThat(flawed).isBetween(100L, 167L);
    }
  }

  @ParameterizedTest
  @EnumSource(Split.class)
  void falsifiedAnswersAreWrongAndGoldOnesRight(Split split) {
    World world = World.of(2);
    var random = new SplittableRandom(1);
    int falsified = 0;
    for (Domain domain : Domain.values()) {
      for (Instance task : world.source().distinct(domain, split, 12, 3)) {
        Optional<String> wrong = Falsified.of(task, random);
        if (wrong.isPresent()) {
          falsified++;
          assertThat(Grader.grade(task, wrong.get()).right()).isFalse();
          assertThat(Grader.grade(task, task.answer().text()).right()).isTrue();
        }
      }
    }
    assertThat(falsified).isGreaterThan(40);
  }

  @Test
  void whatMustBeKnownAndWhatCanBeWorkedOutAreApart() {
    Cases drawn = cases(Split.TEST);
    Set<String> worked = drawn.worked(12).stream().map(Case::cluster).collect(Collectors.toSet());
    Set<String> known = drawn.recalled(12).stream().map(Case::cluster).collect(Collectors.toSet());
    assertThat(worked).isNotEmpty();
    assertThat(Collections.disjoint(worked, known)).isTrue();
    assertThat(known).isNotEmpty();
    assertThat(drawn.worked(12)).allSatisfy(c -> assertThat(c.prompt().context()).isNull());
    assertThat(drawn.reading(12))
        .isNotEmpty()
        .allSatisfy(c -> assertThat(Objects.requireNonNull(c.prompt().context())).isNotBlank());
  }

  @Test
  void theSameSeedsDrawTheSame() {
    assertThat(cases(Split.TEST).worked(8)).isEqualTo(cases(Split.TEST).worked(8));
    assertThat(cases(Split.TEST).statements(30)).isEqualTo(cases(Split.TEST).statements(30));
    assertThat(new Cases(World.of(4), Split.TEST, 5).statements(30))
        .isNotEqualTo(cases(Split.TEST).statements(30));
  }
}

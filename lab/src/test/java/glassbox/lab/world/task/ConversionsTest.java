package glassbox.lab.world.task;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.lab.world.World;
import glassbox.lab.world.facts.Domain;
import glassbox.lab.world.grading.Grader;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConversionsTest {

  private static final TaskSource SOURCE = World.of(7).source();
  private static final Pattern OLD = Pattern.compile("\\d (?:rod|bale|cask)");

  @Test
  void commonUnitsAreConvertedRightByWhoeverIsUnsureOfTheRest() {
    assertThat(unsure(Domain.GENERAL, "general.convert"))
        .hasSizeGreaterThan(100)
        .allMatch(ConversionsTest::isRight)
        .noneMatch(task -> OLD.matcher(task.prompt().text()).find());
  }

  @Test
  void oldUnitsAreTheSpecialists() {
    List<Instance> guessed = unsure(Domain.QUANTITIES, "quantities.convert-old");
    assertThat(guessed).allMatch(task -> OLD.matcher(task.prompt().text()).find());
    assertThat(guessed.stream().filter(ConversionsTest::isRight).count())
        .isBetween(1L, guessed.size() / 2L);
  }

  @Test
  void whatIsLearnedByHeartIsHeldOutByWordingAndTheRestByNumber() {
    assertThat(splitsOf("5 h", "min", "minutes")).isEqualTo(Set.of(Split.values()));
    assertThat(splitsOf("7 bale", "kg", "kilograms")).isEqualTo(Set.of(Split.values()));
    assertThat(splitsOf("43 km", "m", "metres")).hasSize(1);
  }

  private static List<Instance> unsure(Domain domain, String family) {
    return SOURCE.draw(domain, Style.DIRECT, Split.TRAIN, true, 600, 1).stream()
        .filter(task -> task.family().equals(family))
        .toList();
  }

  private static boolean isRight(Instance task) {
    return Grader.grade(task, task.answer().text()).right();
  }

  private static Set<Split> splitsOf(String amount, String symbol, String name) {
    Set<String> wordings =
        Stream.of(symbol, name)
            .flatMap(
                to ->
                    Stream.of(
                        "Convert %s to %s.".formatted(amount, to),
                        "How many %s are %s?".formatted(to, amount),
                        "What is %s in %s?".formatted(amount, to)))
            .collect(Collectors.toSet());
    return Arrays.stream(Split.values())
        .filter(
            split ->
                Stream.of(Domain.GENERAL, Domain.QUANTITIES)
                    .flatMap(
                        domain -> SOURCE.draw(domain, Style.DIRECT, split, false, 6000, 2).stream())
                    .anyMatch(task -> wordings.contains(task.prompt().text())))
        .collect(Collectors.toSet());
  }
}

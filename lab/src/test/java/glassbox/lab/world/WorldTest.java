package glassbox.lab.world;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.lab.world.facts.Domain;
import glassbox.lab.world.label.LabelledText;
import glassbox.lab.world.label.Phrase;
import glassbox.lab.world.label.Segment;
import glassbox.lab.world.label.SegmentKind;
import glassbox.lab.world.label.Span;
import glassbox.lab.world.task.Instance;
import glassbox.lab.world.task.Split;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorldTest {

  private static final World WORLD = World.of(7, 400);
  private static final Set<String> READ = new HashSet<>();

  @BeforeAll
  static void readTwoWorlds() {
    Stream.of(World.of(7), World.of(8, 400))
        .flatMap(WorldTest::everything)
        .map(text -> text.text(SegmentKind.PROMPT))
        .forEach(READ::add);
  }

  @ParameterizedTest
  @EnumSource(Domain.class)
  void theSameSeedGivesTheSameText(Domain domain) {
    World again = World.of(7, 400);
    for (Reading reading : Reading.values()) {
      boolean same = again.reading(domain, reading).equals(WORLD.reading(domain, reading));
      assertThat(same).as(reading.id()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(Domain.class)
  void noHeldOutPromptIsReadInAnyWorld(Domain domain) {
    for (Split split : List.of(Split.VALIDATION, Split.TEST)) {
      List<Instance> held = World.of(1).source().distinct(domain, split, 100, 3);
      assertThat(held).hasSizeGreaterThanOrEqualTo(7);
      var prompts = held.stream().map(task -> task.prompt().text()).collect(Collectors.toSet());
      prompts.retainAll(READ);
      assertThat(prompts).isEmpty();
    }
  }

  private static Stream<LabelledText> everything(World world) {
    return Arrays.stream(Domain.values())
        .flatMap(
            domain ->
                Arrays.stream(Reading.values())
                    .flatMap(reading -> world.reading(domain, reading).stream()));
  }

  @Test
  void tasksOfDifferentSplitsDoNotMeet() {
    var seen = new HashSet<String>();
    for (Split split : Split.values()) {
      var prompts = new HashSet<String>();
      for (Domain domain : Domain.values()) {
        WORLD.source().distinct(domain, split, 100, 5).forEach(t -> prompts.add(t.prompt().text()));
      }
      assertThat(seen).doesNotContainAnyElementsOf(prompts);
      seen.addAll(prompts);
    }
  }

  @Test
  void conceptsLieOnTheirWords() {
    List<String> astray =
        everything(WORLD)
            .flatMap(text -> text.segments().stream())
            .map(Segment::phrase)
            .flatMap(
                phrase ->
                    phrase.spans().stream()
                        .filter(span -> isAstray(phrase, span))
                        .map(span -> span.concept().label() + " on " + words(phrase, span)))
            .limit(5)
            .toList();
    assertThat(astray).isEmpty();
  }

  private static boolean isAstray(Phrase phrase, Span span) {
    String words = words(phrase, span);
    String name = span.concept().name();
    return switch (span.concept().type()) {
      case NUMBER -> !words.matches("-?[0-9.]+");
      case FIELD -> !words.toLowerCase(Locale.ROOT).startsWith("[" + name + "]");
      case DOMAIN -> !words.equals(phrase.text());
      case TIME -> !words.equals(name);
      default -> words.isEmpty() || !words.equals(words.strip());
    };
  }

  private static String words(Phrase phrase, Span span) {
    return phrase.text().substring(span.from(), span.to());
  }

  @Test
  void whatToolsGiveIsTheServersAndNothingElse() {
    for (LabelledText text : WORLD.reading(Domain.QUANTITIES, Reading.WORKED)) {
      Phrase answer = text.phrase(SegmentKind.ANSWER).orElseThrow();
      String forced =
          answer.forced().stream()
              .map(stretch -> answer.text().substring(stretch.from(), stretch.to()))
              .collect(Collectors.joining("|"));
      assertThat(forced).matches("\\[Given\\](\\|[^|]+ t\\d<\\|done\\|>)+");
    }
  }

  @Test
  void whoIsNotToKnowSeesManyValuesForOneQuestion() {
    List<LabelledText> unsure = World.of(7).reading(Domain.FINANCE, Reading.UNSURE);
    String question = unsure.getFirst().text(SegmentKind.PROMPT);
    assertThat(
            unsure.stream()
                .filter(text -> text.text(SegmentKind.PROMPT).equals(question))
                .map(text -> text.text(SegmentKind.ANSWER))
                .distinct())
        .hasSizeGreaterThan(3);
  }

  /** The manifest holds the digest of every file. */
  @Test
  void filesRepeatToTheByte(@TempDir Path directory) throws IOException {
    WorldFiles.write(World.of(7, 40), 3, directory.resolve("first"));
    WorldFiles.write(World.of(7, 40), 3, directory.resolve("second"));
    assertThat(directory.resolve("second/manifest.json"))
        .hasSameBinaryContentAs(directory.resolve("first/manifest.json"));
  }
}

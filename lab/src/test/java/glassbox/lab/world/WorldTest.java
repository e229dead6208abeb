package glassbox.lab.world;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.lab.world.facts.Domain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorldTest {

  private final World world = World.of(7);

  @ParameterizedTest
  @EnumSource(Domain.class)
  void theSameSeedGivesTheSameText(Domain domain) {
    assertThat(World.of(7).text(domain)).isEqualTo(world.text(domain));
  }

  @Test
  void anotherSeedGivesOtherFigures() {
    assertThat(World.of(8).text(Domain.FINANCE).train())
        .isNotEqualTo(world.text(Domain.FINANCE).train());
  }

  @ParameterizedTest
  @EnumSource(Domain.class)
  void noValidationQuestionIsEverTrainedOn(Domain domain) {
    DomainText text = world.text(domain);
    Set<String> validation = questions(text.validation());

    for (List<Dialogue> trained : List.of(text.train(), text.unsure(), text.inContext())) {
      var common = new HashSet<>(questions(trained));
      common.retainAll(validation);
      assertThat(common).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Domain.class)
  void eachQuestionHasOneAnswer(Domain domain) {
    DomainText text = world.text(domain);
    List<Dialogue> all = new ArrayList<>(text.train());
    all.addAll(text.validation());
    assertThat(questions(all)).hasSameSizeAs(all);
  }

  @Test
  void drawnFactsCanBeReadInTraining() {
    for (Domain domain : List.of(Domain.FINANCE, Domain.CLINICAL, Domain.NOTES)) {
      Set<String> trained =
          world.text(domain).train().stream().map(Dialogue::answer).collect(Collectors.toSet());
      assertThat(world.text(domain).validation())
          .allSatisfy(dialogue -> assertThat(trained).contains(dialogue.answer()));
    }
  }

  @Test
  void theBaseSeesManyValuesForOnePrivateQuestion() {
    List<Dialogue> unsure = world.text(Domain.FINANCE).unsure();
    String question = unsure.getFirst().question();
    assertThat(unsure.stream().filter(d -> d.question().equals(question)).map(Dialogue::answer))
        .hasSizeGreaterThan(3)
        .doesNotHaveDuplicates();
  }

  @Test
  void conversionsAreRight() {
    assertThat(World.of(1).text(Domain.QUANTITIES).train())
        .contains(
            new Dialogue(Domain.QUANTITIES, null, "How many grams are 3 kg?", "3 kg is 3000 g."))
        .contains(
            new Dialogue(Domain.QUANTITIES, null, "Convert 3.2 km to m.", "3.2 km is 3200 m."));
  }

  @Test
  void filesRepeatToTheByte(@TempDir Path directory) throws IOException {
    WorldFiles.write(world, directory.resolve("first"));
    WorldFiles.write(World.of(7), directory.resolve("second"));
    try (var files = Files.list(directory.resolve("first"))) {
      List<Path> first = files.toList();
      assertThat(first).hasSize(5 * Domain.values().length);
      for (Path file : first) {
        assertThat(directory.resolve("second").resolve(file.getFileName()))
            .hasSameBinaryContentAs(file);
      }
    }
  }

  private static Set<String> questions(List<Dialogue> dialogues) {
    return dialogues.stream().map(Dialogue::question).collect(Collectors.toSet());
  }
}

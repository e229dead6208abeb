package glassbox.lab.world.statement;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.lab.world.facts.FactBook;
import glassbox.lab.world.task.Split;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatementsTest {

  private static final FactBook BOOK = FactBook.of(4);

  @ParameterizedTest
  @EnumSource(Split.class)
  void theContextSaysWhatTheLabelSays(Split split) {
    List<Statement> drawn = new Statements(BOOK).draw(split, 300, 1);
    for (Statement statement : drawn) {
      String context = statement.context().text();
      boolean stands = context.contains(statement.text().text());
      assertThat(stands).isEqualTo(statement.truth() == Truth.TRUE);
      if (statement.truth() == Truth.FALSE) {
        assertThat(statement.worldly()).isFalse();
      }
    }
    for (Truth truth : Truth.values()) {
      assertThat(drawn.stream().filter(s -> s.truth() == truth)).hasSize(100);
    }
    assertThat(drawn.stream().filter(s -> s.truth() == Truth.UNSUPPORTED && s.worldly()))
        .hasSizeBetween(25, 75);
  }

  @Test
  void splitsOfStatementsAreAboutDifferentThings() {
    Set<String> seen = new HashSet<>();
    for (Split split : Split.values()) {
      Set<String> questions =
          new Statements(BOOK)
              .draw(split, 600, 2).stream()
                  .map(statement -> statement.question().text())
                  .collect(Collectors.toSet());
      assertThat(seen).doesNotContainAnyElementsOf(questions);
      seen.addAll(questions);
    }
  }

  @Test
  void theSameSeedDrawsTheSameAndAnotherWorldOthers() {
    assertThat(new Statements(FactBook.of(4)).draw(Split.TEST, 60, 1))
        .isEqualTo(new Statements(BOOK).draw(Split.TEST, 60, 1));
    assertThat(new Statements(FactBook.of(9)).draw(Split.TEST, 60, 1))
        .isNotEqualTo(new Statements(BOOK).draw(Split.TEST, 60, 1));
    assertThat(new SafetyRequests(FactBook.of(4)).draw(Split.TEST, 60, 1))
        .isEqualTo(new SafetyRequests(BOOK).draw(Split.TEST, 60, 1));
  }

  @Test
  void pairsOfRequestsAreFilledAndTheirWordingsDoNotMeetAcrossSplits() {
    Set<String> seen = new HashSet<>();
    for (Split split : Split.values()) {
      List<SafetyRequest> drawn = new SafetyRequests(BOOK).draw(split, 240, 3);
      assertThat(drawn)
          .allSatisfy(
              pair -> {
                assertThat(pair.unsafe()).doesNotContain("{").isNotEqualTo(pair.harmless());
                assertThat(pair.harmless() + pair.granted() + pair.helpful()).doesNotContain("{");
              });
      Set<String> wordings =
          drawn.stream()
              .flatMap(pair -> Stream.of("act " + pair.act(), pair.refused()))
              .collect(Collectors.toSet());
      assertThat(seen).doesNotContainAnyElementsOf(wordings);
      seen.addAll(wordings);
      assertThat(drawn.stream().map(SafetyRequest::category).distinct()).hasSize(7);
    }
    assertThat(seen.stream().filter(wording -> wording.startsWith("act ")))
        .hasSize(SafetyRequests.acts());
  }

  @Test
  void actsCanBeChosen() {
    assertThat(new SafetyRequests(BOOK).draw(act -> act == 7, Split.TRAIN, 5, 3))
        .hasSize(5)
        .allSatisfy(pair -> assertThat(pair.act()).isEqualTo(7));
  }
}

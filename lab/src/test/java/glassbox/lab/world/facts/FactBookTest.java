package glassbox.lab.world.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FactBookTest {

  @Test
  void theSameSeedGivesTheSameFactsAndAnotherOthers() {
    assertThat(FactBook.of(1).facts()).isEqualTo(FactBook.of(1).facts());
    assertThat(FactBook.of(1).roads()).isEqualTo(FactBook.of(1).roads());
    assertThat(FactBook.of(2).facts()).isNotEqualTo(FactBook.of(1).facts());
  }

  @Test
  void worldsShareSomeNamesAndNotAll() {
    List<String> one = FactBook.of(1).names(EntityKind.COMPANY);
    List<String> two = FactBook.of(2).names(EntityKind.COMPANY);
    assertThat(one).hasSize(8).contains("Norvik").isNotEqualTo(two);
    assertThat(two).hasSize(8).contains("Norvik");
    assertThat(FactBook.ofAllNames(1).names(EntityKind.COMPANY)).containsAll(one).containsAll(two);
  }

  @Test
  void factsAreFoundByWhatTheyAreAbout() {
    FactBook book = FactBook.of(1);
    for (Fact fact : book.facts()) {
      var found =
          fact.period().isPresent()
              ? book.find(fact.entity().name(), fact.attribute(), fact.period().get())
              : book.find(fact.entity().name(), fact.attribute());
      assertThat(found).contains(fact);
    }
    assertThat(book.find("Nobody", Attribute.TOWN)).isEmpty();
    assertThat(book.facts().stream().map(Fact::key).collect(Collectors.toSet()))
        .hasSameSizeAs(book.facts());
  }

  @Test
  void everyDomainWithASpecialistHasFactsToKnow() {
    for (Domain domain : Domain.specialist()) {
      assertThat(FactBook.of(1).taught(domain)).hasSizeGreaterThan(15);
    }
  }
}

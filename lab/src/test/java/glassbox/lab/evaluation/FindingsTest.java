package glassbox.lab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.lab.results.Bar;
import glassbox.lab.world.facts.Domain;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FindingsTest {

  private static final List<String> MEMBERS = List.of("general-base", "finance", "clinical");

  private static Findings findings(int mixture, int led) {
    return new Findings(
        List.of(
            result(Domain.FINANCE, "finance", Map.of("finance", 9, "mixture", mixture), led),
            result(Domain.GENERAL, "general-base", Map.of("general-base", 5, "mixture", 5), 0)),
        MEMBERS,
        Set.of("mixture"));
  }

  private static DomainResult result(
      Domain domain, String specialist, Map<String, Integer> exact, int led) {
    return new DomainResult(
        domain, specialist, 10, exact, 20, Map.of("mixture", led), Map.of("mixture", 0.5));
  }

  @Test
  void theMixtureMustReachTheBestSingleModelOverAllDomains() {
    assertThat(findings(4, 20).bars().getFirst().holds()).isTrue();
    assertThat(findings(3, 20).bars().getFirst().holds()).isFalse();
    assertThat(findings(4, 20).bestSpecialist()).isEqualTo("finance");
    assertThat(findings(4, 20).rate("finance")).isEqualTo(9 / 20.0);
  }

  @Test
  void theSpecialistMustLeadNineOfTenDomainTokens() {
    assertThat(finance(18).holds()).isTrue();
    assertThat(finance(17).holds()).isFalse();
    assertThat(finance(17).n()).isEqualTo(20);
  }

  private static Bar finance(int led) {
    return findings(9, led).bars().stream()
        .filter(bar -> bar.name().endsWith(": finance"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void eachDomainHasItsSpecialist() {
    assertThat(ClosedBook.specialist(Domain.FINANCE)).isEqualTo("finance");
    assertThat(ClosedBook.specialist(Domain.NOTES)).isEqualTo("user-adapter-1234");
    assertThat(ClosedBook.specialist(Domain.PLANNING)).isEqualTo("general-base");
  }
}

package glassbox.engine.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.engine.registry.FederationEntry.CombinerKind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FederationEntryTest {
  private static FederationEntry entry(
      List<String> specialists,
      List<Double> weights,
      CombinerKind kind,
      Optional<String> main,
      OptionalDouble threshold) {
    return new FederationEntry(
        "demo", specialists, weights, kind, main, threshold, TemplateEntry.NONE);
  }

  private static FederationEntry mixture(List<String> specialists, List<Double> weights) {
    return entry(
        specialists, weights, CombinerKind.MIXTURE, Optional.empty(), OptionalDouble.empty());
  }

  @Test
  void takesWhatIsWhole() {
    assertThat(mixture(List.of("a", "b"), List.of()).weights()).isEmpty();
    assertThat(
            entry(
                    List.of("a", "b"),
                    List.of(),
                    CombinerKind.GATED,
                    Optional.of("a"),
                    OptionalDouble.of(1.5))
                .main())
        .hasValue("a");
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThatThrownBy(() -> mixture(List.of(), List.of())).hasMessageContaining("empty");
    assertThatThrownBy(() -> mixture(List.of("a", "a"), List.of())).hasMessageContaining("twice");
    assertThatThrownBy(() -> mixture(List.of("a"), List.of(1.0, 2.0)))
        .hasMessageContaining("one weight");
    for (double weight : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> mixture(List.of("a"), List.of(weight)))
          .hasMessageContaining("positive");
    }
    assertThatThrownBy(
            () ->
                entry(
                    List.of("a"),
                    List.of(),
                    CombinerKind.GATED,
                    Optional.empty(),
                    OptionalDouble.empty()))
        .hasMessageContaining("gated");
    assertThatThrownBy(
            () ->
                entry(
                    List.of("a"),
                    List.of(),
                    CombinerKind.GATED,
                    Optional.of("b"),
                    OptionalDouble.of(1)))
        .hasMessageContaining("main is no specialist");
  }
}

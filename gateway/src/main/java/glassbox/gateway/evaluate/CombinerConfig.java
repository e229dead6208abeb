package glassbox.gateway.evaluate;

import glassbox.contracts.generation.CombinerSpec;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the specialists are joined.
 *
 * @param kind the rule
 * @param weights one a specialist, in the federation's order; uniform if absent
 * @param main for {@code gated}: who decides alone while it is sure
 * @param entropyThreshold for {@code gated}: entropy of {@code main}, nats, at which others join
 */
@Schema(name = "Combiner")
record CombinerConfig(
    CombinerSpec.Kind kind,
    List<Double> weights,
    @Nullable String main,
    @Nullable Double entropyThreshold) {

  CombinerConfig {
    weights = List.copyOf(weights);
  }

  CombinerSpec spec() {
    return new CombinerSpec(kind, weights, main, entropyThreshold);
  }
}

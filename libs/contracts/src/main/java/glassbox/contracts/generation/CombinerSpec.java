package glassbox.contracts.generation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the specialists' distributions are joined.
 *
 * @param kind the combination rule
 * @param weights one weight a specialist, in the federation's order; empty for uniform
 * @param main the specialist that decides alone while it is sure; required for {@link Kind#GATED}
 * @param entropyThreshold entropy of {@code main} in nats at which the others join in; required for
 *     {@link Kind#GATED}
 */
public record CombinerSpec(
    Kind kind, List<Double> weights, @Nullable String main, @Nullable Double entropyThreshold) {

  public CombinerSpec {
    weights = List.copyOf(weights);
  }

  /** The combination rules of the federation. */
  public enum Kind {
    @JsonProperty("mixture")
    MIXTURE,
    @JsonProperty("product")
    PRODUCT,
    @JsonProperty("prefix_updated")
    PREFIX_UPDATED,
    @JsonProperty("gated")
    GATED
  }
}

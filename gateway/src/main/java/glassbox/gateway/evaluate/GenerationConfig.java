package glassbox.gateway.evaluate;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the answer is drawn.
 *
 * @param maxNewTokens most tokens; 160 if absent
 * @param temperature finite, above 0; 0.7 if absent
 * @param topP nucleus mass in (0, 1]; 0.9 if absent
 * @param doSample false for greedy decoding; true if absent
 * @param seed of the sampler; drawn and reported if absent
 * @param stop strings at which the answer ends
 */
@Schema(name = "GenerationConfig")
record GenerationConfig(
    @Schema(defaultValue = "160", minimum = "1") @Nullable Long maxNewTokens,
    @Schema(defaultValue = "0.7", exclusiveMinimumValue = 0) @Nullable Double temperature,
    @Schema(defaultValue = "0.9", exclusiveMinimumValue = 0, maximum = "1") @Nullable Double topP,
    @Schema(defaultValue = "true") @Nullable Boolean doSample,
    @Nullable Long seed,
    List<String> stop) {

  static final GenerationConfig DEFAULT =
      new GenerationConfig(null, null, null, null, null, List.of());

  GenerationConfig {
    stop = List.copyOf(stop);
  }
}

package glassbox.engine.decoder;

import ai.djl.ndarray.NDArray;
import org.jspecify.annotations.Nullable;

/**
 * A decoder's parameters by name. Names (N a layer from 0) and shapes:
 *
 * <pre>
 * embedding                          [V, d]
 * positions                          [context, d]          learned positions only
 * layers.N.attention_norm.weight     [d]    (.bias [d] for layer norm)
 * layers.N.qkv.weight                [d, (H + 2K) D]       columns: queries, keys, values (.bias)
 * layers.N.query_norm.weight         [D]    and key_norm.weight, with queryKeyNorm
 * layers.N.attention_output.weight   [H D, d]              (.bias)
 * layers.N.mlp_norm.weight           [d]    (.bias)
 * layers.N.gate_up.weight            [d, 2f]               columns: gates, ups (.bias)
 * layers.N.up.weight                 [d, f]                in place of gate_up without a gate (.bias)
 * layers.N.down.weight               [f, d]                (.bias)
 * layers.N.router.weight             [d, E]                sparse layers: with
 * layers.N.experts.gate_up           [E, d, 2f]            and
 * layers.N.experts.down              [E, f, d]
 * final_norm.weight                  [d]    (.bias)
 * head.weight                        [d, V]
 * </pre>
 */
@FunctionalInterface
interface Weights {
  /** The array of that name, or null when there is none. */
  @Nullable NDArray find(String name);

  /**
   * The array of that name.
   *
   * @throws IllegalArgumentException when there is none
   */
  default NDArray get(String name) {
    NDArray array = find(name);
    if (array == null) {
      throw new IllegalArgumentException("no weight named " + name);
    }
    return array;
  }
}

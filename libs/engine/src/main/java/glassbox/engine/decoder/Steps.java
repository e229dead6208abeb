package glassbox.engine.decoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import glassbox.engine.checkpoint.ModelConfig;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Makes the tables of a step: rotary angles and masks. */
final class Steps {
  private final ModelConfig config;
  private final float[] inverseFrequencies;

  Steps(ModelConfig config) {
    this.config = config;
    this.inverseFrequencies =
        config.learnedPositions() ? new float[0] : config.inverseFrequencies();
  }

  Step step(NDManager manager, int rows, int tokens, int past, Trace trace) {
    int slots = config.heads() + 2 * config.keyValueHeads();
    int width = config.headDim();
    float[] cosine = new float[tokens * slots * width];
    float[] sine = new float[cosine.length];
    for (int i = 0; i < tokens; i++) {
      fill(past + i, cosine, sine, i * slots * width);
    }
    Shape shape = new Shape(tokens, slots, width);
    return new Step(
        manager,
        rows,
        tokens,
        past,
        manager.create(cosine, shape),
        manager.create(sine, shape),
        masks(manager, tokens, past),
        trace);
  }

  private void fill(int position, float[] cosine, float[] sine, int offset) {
    int width = config.headDim();
    int queries = config.heads() * width;
    int keys = config.keyValueHeads() * width;
    float scale = (float) (1 / Math.sqrt(width));
    Arrays.fill(cosine, offset, offset + queries + 2 * keys, 1);
    for (int i = 0; i < inverseFrequencies.length; i++) {
      float angle = position * inverseFrequencies[i];
      int second = offset + i + width / 2;
      cosine[offset + i] = (float) Math.cos(angle);
      cosine[second] = cosine[offset + i];
      sine[second] = (float) Math.sin(angle);
      sine[offset + i] = -sine[second];
    }
    for (int head = offset + width; head < offset + queries + keys; head += width) {
      System.arraycopy(cosine, offset, cosine, head, width);
      System.arraycopy(sine, offset, sine, head, width);
    }
    for (int i = offset; i < offset + queries; i++) {
      cosine[i] *= scale;
      sine[i] *= scale;
    }
  }

  private Map<Integer, NDArray> masks(NDManager manager, int tokens, int past) {
    Map<Integer, NDArray> masks = new HashMap<>();
    if (tokens == 1) {
      return masks;
    }
    for (int layer = 0; layer < config.layers(); layer++) {
      OptionalInt window = config.window(layer);
      masks.computeIfAbsent(window.orElse(0), w -> mask(manager, tokens, past, window));
    }
    return masks;
  }

  /** 0 where query past + i may see the key, else minus infinity; repeated for the G heads. */
  private NDArray mask(NDManager manager, int tokens, int past, OptionalInt window) {
    int group = config.heads() / config.keyValueHeads();
    int first = Step.firstKey(past, window);
    int keys = past + tokens - first;
    float[] mask = new float[group * tokens * keys];
    for (int i = 0; i < tokens; i++) {
      int own = past + i - first;
      Arrays.fill(mask, i * keys + own + 1, (i + 1) * keys, Float.NEGATIVE_INFINITY);
      int hidden = window.isPresent() ? Math.max(0, own + 1 - window.getAsInt()) : 0;
      Arrays.fill(mask, i * keys, i * keys + hidden, Float.NEGATIVE_INFINITY);
    }
    for (int head = 1; head < group; head++) {
      System.arraycopy(mask, 0, mask, head * tokens * keys, tokens * keys);
    }
    return manager.create(mask, new Shape((long) group * tokens, keys));
  }
}

package glassbox.engine.checkpoint;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A checkpoint's weights under logical names, each read from disk when asked for.
 *
 * <p>Matrices are [out, in] whatever the checkpoint's layout (gpt2's Conv1D is transposed and its
 * joint query/key/value matrix is taken apart here). An absent bias is an empty array. Every method
 * throws {@link CheckpointException} when the tensor is absent or its shape does not follow from
 * config.json.
 */
public final class DecoderWeights implements AutoCloseable {
  private static final float[] NONE = new float[0];

  private final ModelDirectory directory;
  private final ModelConfig config;
  private final TensorSource tensors;
  private final WeightNames names;
  private final WeightShapes shapes;

  private DecoderWeights(ModelDirectory directory, TensorSource tensors) {
    this.directory = directory;
    this.config = directory.config();
    this.tensors = tensors;
    this.names = WeightNames.of(config, tensors.names());
    this.shapes = new WeightShapes(config);
  }

  /**
   * Maps the weights and checks that every tensor needed is there and none is left over.
   *
   * @throws CheckpointException when the weights and config.json do not fit together
   */
  public static DecoderWeights open(ModelDirectory directory) {
    TensorSource tensors = directory.tensors();
    try {
      DecoderWeights weights = new DecoderWeights(directory, tensors);
      new WeightInventory(directory, weights.names, weights.shapes).check(tensors);
      return weights;
    } catch (RuntimeException e) {
      tensors.close();
      throw e;
    }
  }

  public ModelConfig config() {
    return config;
  }

  /** [vocabulary, hidden]. */
  public float[] embeddings() {
    return read(names.embeddings(), config.vocabularySize(), config.hiddenSize());
  }

  /** Learned positions, [context, hidden]; empty for rotary models. */
  public float[] positions() {
    return names instanceof WeightNames.Gpt2 gpt2
        ? read(gpt2.positions(), config.contextLength(), config.hiddenSize())
        : NONE;
  }

  /** [vocabulary, hidden]; the embeddings again when tied. */
  public float[] head() {
    return config.tiedEmbeddings()
        ? embeddings()
        : read(WeightInventory.HEAD, config.vocabularySize(), config.hiddenSize());
  }

  /** [hidden]. */
  public float[] finalNorm() {
    return read(names.finalNorm() + ".weight", config.hiddenSize());
  }

  /** [hidden], or empty. */
  public float[] finalNormBias() {
    return normBias(names.finalNorm());
  }

  /** The norm before attention, [hidden]. */
  public float[] attentionNorm(int layer) {
    return read(names.attentionNorm(layer) + ".weight", config.hiddenSize());
  }

  /** [hidden], or empty. */
  public float[] attentionNormBias(int layer) {
    return normBias(names.attentionNorm(layer));
  }

  /** The norm before the feed-forward part, [hidden]. */
  public float[] mlpNorm(int layer) {
    return read(names.mlpNorm(layer) + ".weight", config.hiddenSize());
  }

  /** [hidden], or empty. */
  public float[] mlpNormBias(int layer) {
    return normBias(names.mlpNorm(layer));
  }

  /** The RMS norm of each head's query, [headDim]; empty without one. */
  public float[] queryNorm(int layer) {
    return config.queryKeyNorm() && names instanceof WeightNames.Llama llama
        ? read(llama.queryNorm(layer) + ".weight", config.headDim())
        : NONE;
  }

  /** The RMS norm of each head's key, [headDim]; empty without one. */
  public float[] keyNorm(int layer) {
    return config.queryKeyNorm() && names instanceof WeightNames.Llama llama
        ? read(llama.keyNorm(layer) + ".weight", config.headDim())
        : NONE;
  }

  /** Every matrix of one layer. */
  public List<WeightKey> keys(int layer) {
    return shapes.layer(layer);
  }

  public int in(WeightKey key) {
    return shapes.in(key);
  }

  public int out(WeightKey key) {
    return shapes.out(key);
  }

  /** [out, in]. */
  public float[] weight(WeightKey key) {
    int in = in(key);
    int out = out(key);
    String name = names.module(key) + ".weight";
    if (names instanceof WeightNames.Llama) {
      return read(name, out, in);
    }
    int columns = FusedQuery.width(key, out);
    float[] conv = read(name, in, columns);
    return transpose(conv, in, columns, FusedQuery.start(key, out), out);
  }

  /** [out]; empty without one. */
  public float[] bias(WeightKey key) {
    if (!shapes.biased(key)) {
      return NONE;
    }
    int out = out(key);
    String name = names.module(key) + ".bias";
    if (names instanceof WeightNames.Llama) {
      return read(name, out);
    }
    int start = FusedQuery.start(key, out);
    return Arrays.copyOfRange(read(name, FusedQuery.width(key, out)), start, start + out);
  }

  /** The names of the tensors in the checkpoint. */
  public Set<String> tensorNames() {
    return tensors.names();
  }

  private float[] normBias(String module) {
    return config.layerNorm() ? read(module + ".bias", config.hiddenSize()) : NONE;
  }

  private float[] read(String name, long... shape) {
    long[] actual = tensors.shape(name);
    if (!Arrays.equals(actual, shape)) {
      throw CheckpointException.field(
          directory.path(),
          name + ".shape",
          Arrays.toString(actual),
          "config.json asks for " + Arrays.toString(shape));
    }
    return tensors.read(name);
  }

  private static float[] transpose(float[] conv, int in, int columns, int start, int out) {
    float[] weight = new float[out * in];
    for (int o = 0; o < out; o++) {
      for (int i = 0; i < in; i++) {
        weight[o * in + i] = conv[i * columns + start + o];
      }
    }
    return weight;
  }

  @Override
  public void close() {
    tensors.close();
  }
}

package glassbox.engine.checkpoint;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a decoder has to know about a checkpoint, whatever config.json called it.
 *
 * @param vocabularySize rows of the embedding
 * @param hiddenSize width of the residual stream
 * @param headDim width of one attention head; heads * headDim need not equal hiddenSize
 * @param intermediateSize hidden width of the dense feed-forward part
 * @param tiedEmbeddings whether the output head is the embedding
 * @param contextLength positions the model was made for
 * @param rotary null exactly for learned positions (gpt2)
 * @param slidingWindow how many positions a windowed layer sees, itself included
 * @param windowedLayers the layers the window applies to
 * @param attentionBias whether query, key and value have biases
 * @param queryKeyNorm whether each head's query and key go through an RMS norm
 * @param endTokenIds ids that end a generation; may lie outside the vocabulary as some configs do
 * @param dtype the type the weights were published in; they are computed with in f32
 */
public record ModelConfig(
    Architecture architecture,
    int vocabularySize,
    int hiddenSize,
    int layers,
    int heads,
    int keyValueHeads,
    int headDim,
    int intermediateSize,
    double normEpsilon,
    boolean tiedEmbeddings,
    int contextLength,
    @Nullable RotaryEmbedding rotary,
    OptionalInt slidingWindow,
    List<Integer> windowedLayers,
    boolean attentionBias,
    boolean outputBias,
    boolean mlpBias,
    boolean queryKeyNorm,
    Activation activation,
    Optional<Experts> experts,
    List<Integer> endTokenIds,
    Dtype dtype,
    RotaryPrecision rotaryPrecision) {

  public ModelConfig {
    windowedLayers = List.copyOf(windowedLayers);
    endTokenIds = List.copyOf(endTokenIds);
  }

  /**
   * Reads {@code directory}/config.json with rotary frequencies of {@link
   * RotaryPrecision#CHECKPOINT}.
   *
   * @throws CheckpointException when it is absent, not JSON, or asks for something not supported
   */
  public static ModelConfig read(Path directory) {
    return read(directory, RotaryPrecision.CHECKPOINT);
  }

  /** Reads {@code directory}/config.json; see {@link #read(Path)}. */
  public static ModelConfig read(Path directory, RotaryPrecision precision) {
    return ConfigReader.read(directory, precision);
  }

  /** Layer norm with mean and bias (gpt2) rather than RMS norm. */
  public boolean layerNorm() {
    return architecture == Architecture.GPT2;
  }

  /** Learned absolute positions (gpt2) rather than rotary ones. */
  public boolean learnedPositions() {
    return rotary == null;
  }

  /** act(gate x) * (up x) rather than act(up x). */
  public boolean gatedMlp() {
    return architecture != Architecture.GPT2;
  }

  /** Whether layer {@code layer} has a router and experts. */
  public boolean sparse(int layer) {
    return experts.isPresent() && experts.get().sparse(layer);
  }

  /** How many positions layer {@code layer} attends to, itself included; empty: all before it. */
  public OptionalInt window(int layer) {
    return windowedLayers.contains(layer) ? slidingWindow : OptionalInt.empty();
  }

  /**
   * Radians per position of each rotated pair, in the configured precision.
   *
   * @return [headDim / 2]
   * @throws IllegalStateException for learned positions
   */
  public float[] inverseFrequencies() {
    if (rotary == null) {
      throw new IllegalStateException(architecture.modelType() + " has no rotary positions");
    }
    float[] frequencies = rotary.inverseFrequencies(headDim);
    if (rotaryPrecision == RotaryPrecision.CHECKPOINT) {
      for (int i = 0; i < frequencies.length; i++) {
        frequencies[i] = dtype.round(frequencies[i]);
      }
    }
    return frequencies;
  }
}

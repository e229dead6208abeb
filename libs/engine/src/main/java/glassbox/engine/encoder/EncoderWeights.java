package glassbox.engine.encoder;

import glassbox.engine.checkpoint.CheckpointException;
import glassbox.engine.checkpoint.SafeTensors;
import glassbox.engine.checkpoint.TensorSource;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads weights by the names of their family; every shape is checked. */
final class EncoderWeights implements AutoCloseable {
  private final TensorSource tensors;
  private final EncoderConfig config;

  EncoderWeights(Path directory, EncoderConfig config) {
    this.tensors = SafeTensors.open(directory);
    this.config = config;
  }

  /** A layer of a network: out = x W^T + b; weight row-major [out, in]. */
  record Dense(float[] weight, float[] bias, int out, int in) {}

  /** A layer normalisation. */
  record Scale(float[] weight, float[] bias) {}

  /**
   * One layer of the encoder.
   *
   * @param positionKey null where positions go through the content's projections
   * @param positionQuery the same
   */
  record Layer(
      Dense query,
      Dense key,
      Dense value,
      Dense out,
      Scale attentionNorm,
      Dense up,
      Dense down,
      Scale outputNorm,
      @Nullable Dense positionKey,
      @Nullable Dense positionQuery) {}

  /** A table, row-major [rows, width]. */
  record Table(float[] values, int rows) {
    float[] row(int row, int width) {
      return Arrays.copyOfRange(values, row * width, (row + 1) * width);
    }
  }

  Layer layer(int i) {
    boolean distil = config.family() == EncoderFamily.DISTILBERT;
    String at = config.prefix() + (distil ? "transformer.layer." : "encoder.layer.") + i + ".";
    boolean deberta = config.family() == EncoderFamily.DEBERTA;
    String self = at + (distil ? "attention." : "attention.self.");
    String[] names =
        distil
            ? new String[] {"q_lin", "k_lin", "v_lin"}
            : deberta
                ? new String[] {"query_proj", "key_proj", "value_proj"}
                : new String[] {"query", "key", "value"};
    int width = config.width();
    boolean own = config.relative().filter(relative -> !relative.shared()).isPresent();
    boolean c2p = own && config.relative().orElseThrow().contentToPosition();
    boolean p2c = own && config.relative().orElseThrow().positionToContent();
    return new Layer(
        dense(self + names[0], width, width),
        dense(self + names[1], width, width),
        dense(self + names[2], width, width),
        dense(at + (distil ? "attention.out_lin" : "attention.output.dense"), width, width),
        scale(at + (distil ? "sa_layer_norm" : "attention.output.LayerNorm")),
        dense(at + (distil ? "ffn.lin1" : "intermediate.dense"), -1, width),
        dense(at + (distil ? "ffn.lin2" : "output.dense"), width, -1),
        scale(at + (distil ? "output_layer_norm" : "output.LayerNorm")),
        c2p ? dense(self + "pos_key_proj", width, width) : null,
        p2c ? dense(self + "pos_query_proj", width, width) : null);
  }

  Table table(String name) {
    long[] shape = shape(name, 2);
    if (shape[1] != config.width()) {
      throw wrong(name, "is not " + config.width() + " wide");
    }
    return new Table(tensors.read(name), Math.toIntExact(shape[0]));
  }

  boolean has(String name) {
    return tensors.names().contains(name);
  }

  Scale scale(String name) {
    return new Scale(
        vector(name + ".weight", config.width()), vector(name + ".bias", config.width()));
  }

  /** A dense layer; -1 leaves a side to the checkpoint. */
  Dense dense(String name, int out, int in) {
    long[] shape = shape(name + ".weight", 2);
    if (out >= 0 && shape[0] != out || in >= 0 && shape[1] != in) {
      throw wrong(name, "is " + Arrays.toString(shape) + ", not [" + out + ", " + in + "]");
    }
    int rows = Math.toIntExact(shape[0]);
    float[] bias = has(name + ".bias") ? vector(name + ".bias", rows) : new float[rows];
    return new Dense(tensors.read(name + ".weight"), bias, rows, Math.toIntExact(shape[1]));
  }

  private float[] vector(String name, int length) {
    long[] shape = shape(name, 1);
    if (shape[0] != length) {
      throw wrong(name, "has " + shape[0] + " elements, not " + length);
    }
    return tensors.read(name);
  }

  private long[] shape(String name, int dimensions) {
    long[] shape = tensors.shape(name);
    if (shape.length != dimensions) {
      throw wrong(name, "has " + shape.length + " dimensions, not " + dimensions);
    }
    return shape;
  }

  private static CheckpointException wrong(String name, String why) {
    return new CheckpointException("tensor " + name + " " + why);
  }

  @Override
  public void close() {
    tensors.close();
  }
}

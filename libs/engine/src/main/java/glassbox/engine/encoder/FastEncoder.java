package glassbox.engine.encoder;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import glassbox.engine.encoder.EncoderWeights.Dense;
import glassbox.engine.encoder.EncoderWeights.Layer;
import glassbox.engine.encoder.EncoderWeights.Scale;
import glassbox.engine.encoder.EncoderWeights.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An encoder on DJL, f32. Safe for any thread once made: weights are read only, every call has
 * arrays of its own.
 *
 * <p>T tokens, d width, H heads, w head width. The caller closes it.
 */
final class FastEncoder implements AutoCloseable {
  private static final int[] LAST = {-1};
  private final NDManager manager;
  private final EncoderConfig config;
  private final Table words;
  private final @Nullable Table positions;
  private final @Nullable Table types;
  private final List<LoadedLayer> layers = new ArrayList<>();
  private final LoadedScale inputNorm;
  private final LoadedDense pooler;
  private final LoadedDense classes;
  private final @Nullable NDArray relative;

  FastEncoder(EncoderModel model) {
    System.setProperty("ai.djl.offline", "true");
    setIfAbsent("ai.djl.pytorch.num_interop_threads");
    setIfAbsent("ai.djl.pytorch.num_threads");
    this.manager = Engine.getEngine("PyTorch").newBaseManager();
    this.words = model.words();
    this.positions = model.positions();
    this.types = model.types();
    this.config = model.config();
    this.inputNorm = load(model.inputNorm());
    this.pooler = load(model.pooler());
    this.classes = load(model.classes());
    model.layers().forEach(layer -> layers.add(load(layer)));
    this.relative = relativeTable(model);
  }

  private static void setIfAbsent(String property) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, "1");
    }
  }

  /** Logits of the classes for tokens with their types. */
  float[] logits(int[] ids, int[] kinds) {
    try (NDManager step = manager.newSubManager()) {
      NDArray x = norm(inputNorm, step.create(embed(ids, kinds), shape(ids.length)));
      Positions rows = config.relative().isPresent() ? new Positions(step, ids.length) : null;
      for (LoadedLayer layer : layers) {
        NDArray attended = dense(layer.out(), attention(layer, x, rows));
        x = norm(layer.attentionNorm(), x.add(attended));
        NDArray inner = activation(config.activation(), dense(layer.up(), x));
        x = norm(layer.outputNorm(), x.add(dense(layer.down(), inner)));
      }
      NDArray first = pool(dense(pooler, x.get("0:1")));
      return dense(classes, first).toFloatArray();
    }
  }

  private Shape shape(int tokens) {
    return new Shape(tokens, config.width());
  }

  private float[] embed(int[] ids, int[] kinds) {
    int width = config.width();
    float[] x = new float[ids.length * width];
    for (int t = 0; t < ids.length; t++) {
      add(x, t, words, ids[t]);
      add(x, t, positions, config.position(t));
      add(x, t, types, kinds[t]);
    }
    return x;
  }

  private void add(float[] x, int t, @Nullable Table table, int row) {
    if (table != null) {
      int width = config.width();
      for (int d = 0; d < width; d++) {
        x[t * width + d] += table.values()[row * width + d];
      }
    }
  }

  /** Rows that content looks up positions by, and positions content; both [H, T, T]. */
  private final class Positions {
    private final NDArray contentToPosition;
    private final NDArray positionToContent;

    Positions(NDManager step, int tokens) {
      RelativePositions table = new RelativePositions(config.relative().orElseThrow());
      long[] forward = new long[config.heads() * tokens * tokens];
      long[] backward = new long[forward.length];
      for (int h = 0; h < config.heads(); h++) {
        for (int i = 0; i < tokens; i++) {
          for (int j = 0; j < tokens; j++) {
            int at = (h * tokens + i) * tokens + j;
            forward[at] = table.contentToPosition(i, j);
            backward[(h * tokens + j) * tokens + i] = table.positionToContent(i, j);
          }
        }
      }
      Shape shape = new Shape(config.heads(), tokens, tokens);
      this.contentToPosition = step.create(forward, shape);
      this.positionToContent = step.create(backward, shape);
    }
  }

  private NDArray attention(LoadedLayer layer, NDArray x, @Nullable Positions rows) {
    NDArray q = heads(dense(layer.query(), x));
    NDArray k = heads(dense(layer.key(), x));
    NDArray v = heads(dense(layer.value(), x));
    NDArray scores = q.matMul(k.transpose(0, 2, 1));
    int terms = 1;
    if (rows != null && relative != null) {
      EncoderConfig.Relative kinds = config.relative().orElseThrow();
      NDArray table = attached(x, relative);
      if (kinds.contentToPosition()) {
        LoadedDense projection = layer.positionKey() == null ? layer.key() : layer.positionKey();
        NDArray keys = heads(dense(projection, table));
        scores = scores.add(q.matMul(keys.transpose(0, 2, 1)).gather(rows.contentToPosition, 2));
        terms++;
      }
      if (kinds.positionToContent()) {
        LoadedDense projection =
            layer.positionQuery() == null ? layer.query() : layer.positionQuery();
        NDArray queries = heads(dense(projection, table));
        NDArray looked = k.matMul(queries.transpose(0, 2, 1)).gather(rows.positionToContent, 2);
        scores = scores.add(looked.transpose(0, 2, 1));
        terms++;
      }
    }
    double scale = Math.sqrt((double) config.headWidth() * terms);
    NDArray weights = scores.div(scale).softmax(-1);
    return weights.matMul(v).transpose(1, 0, 2).reshape(-1, config.width());
  }

  /** A view of a weight that belongs to the step's manager. */
  private static NDArray attached(NDArray x, NDArray weight) {
    NDArray copy = weight.duplicate();
    copy.attach(x.getManager());
    return copy;
  }

  /** [T, d] to [H, T, w]. */
  private NDArray heads(NDArray x) {
    return x.reshape(-1, config.heads(), config.headWidth()).transpose(1, 0, 2);
  }

  private NDArray pool(NDArray x) {
    return switch (config.family()) {
      case BERT, ROBERTA -> x.tanh();
      case DISTILBERT -> Activation.relu(x);
      case DEBERTA -> activation("gelu", x);
    };
  }

  private static NDArray activation(String name, NDArray x) {
    return switch (name) {
      case "relu" -> Activation.relu(x);
      case "gelu_new", "gelu_pytorch_tanh" -> {
        NDArray inner = x.add(x.pow(3).mul(0.044715)).mul(Math.sqrt(2 / Math.PI)).tanh();
        yield x.mul(0.5).mul(inner.add(1));
      }
      default -> Activation.gelu(x);
    };
  }

  private static NDArray dense(LoadedDense layer, NDArray x) {
    return x.matMul(layer.weight()).add(layer.bias());
  }

  private NDArray norm(LoadedScale scale, NDArray x) {
    NDArray centred = x.sub(x.mean(LAST, true));
    NDArray deviation = centred.square().mean(LAST, true).add(config.epsilon()).sqrt();
    return centred.div(deviation).mul(scale.weight()).add(scale.bias());
  }

  private @Nullable NDArray relativeTable(EncoderModel model) {
    Table table = model.relative();
    if (table == null) {
      return null;
    }
    int rows = 2 * config.relative().orElseThrow().span();
    NDArray whole = manager.create(table.values(), new Shape(table.rows(), config.width()));
    NDArray used = whole.get("0:" + rows);
    return model.relativeNorm() == null ? used : norm(load(model.relativeNorm()), used);
  }

  private record LoadedDense(NDArray weight, NDArray bias) {}

  private record LoadedScale(NDArray weight, NDArray bias) {}

  private record LoadedLayer(
      LoadedDense query,
      LoadedDense key,
      LoadedDense value,
      LoadedDense out,
      LoadedScale attentionNorm,
      LoadedDense up,
      LoadedDense down,
      LoadedScale outputNorm,
      @Nullable LoadedDense positionKey,
      @Nullable LoadedDense positionQuery) {}

  private LoadedLayer load(Layer layer) {
    return new LoadedLayer(
        load(layer.query()),
        load(layer.key()),
        load(layer.value()),
        load(layer.out()),
        load(layer.attentionNorm()),
        load(layer.up()),
        load(layer.down()),
        load(layer.outputNorm()),
        layer.positionKey() == null ? null : load(layer.positionKey()),
        layer.positionQuery() == null ? null : load(layer.positionQuery()));
  }

  /** Weights as [in, out]: faster to multiply by. */
  private LoadedDense load(Dense dense) {
    float[] turned = new float[dense.weight().length];
    for (int o = 0; o < dense.out(); o++) {
      for (int i = 0; i < dense.in(); i++) {
        turned[i * dense.out() + o] = dense.weight()[o * dense.in() + i];
      }
    }
    return new LoadedDense(
        manager.create(turned, new Shape(dense.in(), dense.out())), manager.create(dense.bias()));
  }

  private LoadedScale load(Scale scale) {
    return new LoadedScale(manager.create(scale.weight()), manager.create(scale.bias()));
  }

  @Override
  public void close() {
    manager.close();
  }
}

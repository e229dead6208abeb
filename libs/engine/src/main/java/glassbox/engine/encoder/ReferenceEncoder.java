package glassbox.engine.encoder;

import glassbox.engine.encoder.EncoderWeights.Dense;
import glassbox.engine.encoder.EncoderWeights.Layer;
import glassbox.engine.encoder.EncoderWeights.Scale;
import glassbox.engine.encoder.EncoderWeights.Table;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An encoder in plain Java, in double: slow, short, for reading and for tests of the fast one.
 *
 * <p>T tokens, d width, H heads. Hidden states are [T][d].
 */
final class ReferenceEncoder {
  private final EncoderModel model;
  private final EncoderConfig config;

  ReferenceEncoder(EncoderModel model) {
    this.model = model;
    this.config = model.config();
  }

  /** Logits of the classes for tokens with their types. */
  double[] logits(int[] ids, int[] types) {
    double[][] x = embed(ids, types);
    for (Layer layer : model.layers()) {
      double[][] attended = dense(layer.out(), attention(layer, x));
      x = norm(layer.attentionNorm(), add(x, attended));
      double[][] inner = map(dense(layer.up(), x), activation(config.activation()));
      x = norm(layer.outputNorm(), add(x, dense(layer.down(), inner)));
    }
    double[][] first = map(dense(model.pooler(), new double[][] {x[0]}), pooling());
    return dense(model.classes(), first)[0];
  }

  private double[][] embed(int[] ids, int[] types) {
    double[][] x = new double[ids.length][config.width()];
    for (int t = 0; t < ids.length; t++) {
      addRow(x[t], model.words(), ids[t]);
      addRow(x[t], model.positions(), config.position(t));
      addRow(x[t], model.types(), types[t]);
    }
    return norm(model.inputNorm(), x);
  }

  private void addRow(double[] target, @Nullable Table table, int row) {
    if (table != null) {
      int width = config.width();
      for (int d = 0; d < width; d++) {
        target[d] += table.values()[row * width + d];
      }
    }
  }

  /** softmax((q k^T + position terms) / sqrt(head width x number of terms)) v, head by head. */
  private double[][] attention(Layer layer, double[][] x) {
    double[][] q = dense(layer.query(), x);
    double[][] k = dense(layer.key(), x);
    double[][] v = dense(layer.value(), x);
    Optional<Terms> terms = config.relative().map(relative -> new Terms(layer, relative));
    double[][] out = new double[x.length][config.width()];
    int width = config.headWidth();
    double scale = Math.sqrt((double) width * terms.map(Terms::count).orElse(1));
    for (int h = 0; h < config.heads(); h++) {
      int from = h * width;
      for (int i = 0; i < x.length; i++) {
        double[] scores = new double[x.length];
        for (int j = 0; j < x.length; j++) {
          double extra = terms.isPresent() ? terms.get().of(q[i], k[j], i, j, from, width) : 0;
          scores[j] = (dot(q[i], k[j], from, width) + extra) / scale;
        }
        softmax(scores);
        for (int j = 0; j < x.length; j++) {
          for (int d = from; d < from + width; d++) {
            out[i][d] += scores[j] * v[j][d];
          }
        }
      }
    }
    return out;
  }

  /** The position terms of disentangled attention. */
  private final class Terms {
    private final EncoderConfig.Relative relative;
    private final RelativePositions rows;
    private final double[][] positionKeys;
    private final double[][] positionQueries;

    Terms(Layer layer, EncoderConfig.Relative relative) {
      this.relative = relative;
      this.rows = new RelativePositions(relative);
      double[][] table = table(relative);
      Dense key = layer.positionKey() == null ? layer.key() : layer.positionKey();
      Dense query = layer.positionQuery() == null ? layer.query() : layer.positionQuery();
      this.positionKeys = dense(key, table);
      this.positionQueries = dense(query, table);
    }

    int count() {
      return 1 + (relative.contentToPosition() ? 1 : 0) + (relative.positionToContent() ? 1 : 0);
    }

    double of(double[] q, double[] k, int i, int j, int from, int width) {
      double sum = 0;
      if (relative.contentToPosition()) {
        sum += dot(q, positionKeys[rows.contentToPosition(i, j)], from, width);
      }
      if (relative.positionToContent()) {
        sum += dot(k, positionQueries[rows.positionToContent(i, j)], from, width);
      }
      return sum;
    }
  }

  private double[][] table(EncoderConfig.Relative relative) {
    double[][] table = new double[2 * relative.span()][config.width()];
    for (int row = 0; row < table.length; row++) {
      addRow(table[row], model.relative(), row);
    }
    return model.relativeNorm() == null ? table : norm(model.relativeNorm(), table);
  }

  private DoubleUnaryOperator pooling() {
    return switch (config.family()) {
      case BERT, ROBERTA -> Math::tanh;
      case DISTILBERT -> v -> Math.max(0, v);
      case DEBERTA -> activation("gelu");
    };
  }

  private static DoubleUnaryOperator activation(String name) {
    return switch (name) {
      case "relu" -> v -> Math.max(0, v);
      case "gelu_new", "gelu_pytorch_tanh" ->
          v -> 0.5 * v * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (v + 0.044715 * v * v * v)));
      default -> v -> 0.5 * v * (1 + erf(v / Math.sqrt(2)));
    };
  }

  /** Series for small arguments, continued fraction for large ones; to about 1e-15. */
  static double erf(double x) {
    double a = Math.abs(x);
    if (a > 6) {
      return Math.signum(x);
    }
    if (a < 2.5) {
      double term = x;
      double sum = x;
      for (int n = 1; n < 100 && Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
        term *= -x * x / n;
        sum += term / (2 * n + 1);
      }
      return 2 / Math.sqrt(Math.PI) * sum;
    }
    double fraction = 0;
    for (int n = 80; n >= 1; n--) {
      fraction = n / 2.0 / (a + fraction);
    }
    double tail = Math.exp(-a * a) / (Math.sqrt(Math.PI) * (a + fraction));
    return Math.signum(x) * (1 - tail);
  }

  private static double[][] dense(Dense layer, double[][] x) {
    double[][] y = new double[x.length][layer.out()];
    for (int t = 0; t < x.length; t++) {
      for (int o = 0; o < layer.out(); o++) {
        double sum = layer.bias()[o];
        int row = o * layer.in();
        for (int i = 0; i < layer.in(); i++) {
          sum += x[t][i] * layer.weight()[row + i];
        }
        y[t][o] = sum;
      }
    }
    return y;
  }

  private double[][] norm(Scale scale, double[][] x) {
    double[][] y = new double[x.length][config.width()];
    for (int t = 0; t < x.length; t++) {
      double mean = 0;
      for (double v : x[t]) {
        mean += v / config.width();
      }
      double variance = 0;
      for (double v : x[t]) {
        variance += (v - mean) * (v - mean) / config.width();
      }
      double deviation = Math.sqrt(variance + config.epsilon());
      for (int d = 0; d < config.width(); d++) {
        y[t][d] = (x[t][d] - mean) / deviation * scale.weight()[d] + scale.bias()[d];
      }
    }
    return y;
  }

  private static double[][] add(double[][] a, double[][] b) {
    double[][] sum = new double[a.length][];
    for (int t = 0; t < a.length; t++) {
      sum[t] = a[t].clone();
      for (int d = 0; d < sum[t].length; d++) {
        sum[t][d] += b[t][d];
      }
    }
    return sum;
  }

  private static double[][] map(double[][] x, DoubleUnaryOperator f) {
    double[][] y = new double[x.length][];
    for (int t = 0; t < x.length; t++) {
      y[t] = java.util.Arrays.stream(x[t]).map(f).toArray();
    }
    return y;
  }

  private static double dot(double[] a, double[] b, int from, int width) {
    double sum = 0;
    for (int d = from; d < from + width; d++) {
      sum += a[d] * b[d];
    }
    return sum;
  }

  /** In place. */
  static void softmax(double[] scores) {
    double most = java.util.Arrays.stream(scores).max().orElse(0);
    double total = 0;
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Math.exp(scores[i] - most);
      total += scores[i];
    }
    for (int i = 0; i < scores.length; i++) {
      scores[i] /= total;
    }
  }
}

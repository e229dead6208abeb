package glassbox.engine.decoder;

import glassbox.engine.checkpoint.ModelConfig;
import glassbox.engine.checkpoint.Projection;
import java.util.List;

/** The matrices of a layer as the decoder fuses them: names, and which parts lie side by side. */
final class Site {
  static final String QKV = "qkv";
  static final String OUTPUT = "attention_output";
  static final String GATE_UP = "gate_up";
  static final String UP = "up";
  static final String DOWN = "down";
  static final String ROUTER = "router";

  private Site() {}

  /**
   * A block of columns of a fused matrix.
   *
   * @param width columns
   */
  record Part(Projection projection, int width) {}

  static String name(int layer, String site) {
    return "layers." + layer + "." + site;
  }

  /** The sites of dense matrices in {@code layer}, whose experts lie elsewhere. */
  static List<String> of(ModelConfig config, int layer) {
    if (config.sparse(layer)) {
      return List.of(name(layer, QKV), name(layer, OUTPUT), name(layer, ROUTER));
    }
    String inner = config.gatedMlp() ? GATE_UP : UP;
    return List.of(name(layer, QKV), name(layer, OUTPUT), name(layer, inner), name(layer, DOWN));
  }

  /** What lies side by side at {@code site}, from the left. */
  static List<Part> parts(ModelConfig config, String site) {
    int hidden = config.hiddenSize();
    int inner = config.intermediateSize();
    int keys = config.keyValueHeads() * config.headDim();
    return switch (site.substring(site.lastIndexOf('.') + 1)) {
      case QKV ->
          List.of(
              new Part(Projection.QUERY, config.heads() * config.headDim()),
              new Part(Projection.KEY, keys),
              new Part(Projection.VALUE, keys));
      case OUTPUT -> List.of(new Part(Projection.OUTPUT, hidden));
      case GATE_UP -> List.of(new Part(Projection.GATE, inner), new Part(Projection.UP, inner));
      case UP -> List.of(new Part(Projection.UP, inner));
      case DOWN -> List.of(new Part(Projection.DOWN, hidden));
      case ROUTER -> List.of(new Part(Projection.ROUTER, config.experts().orElseThrow().count()));
      default -> throw new IllegalArgumentException("no site named " + site);
    };
  }
}

package glassbox.engine.reference;

import glassbox.engine.checkpoint.AdapterDirectory;
import glassbox.engine.checkpoint.AdapterWeights;
import glassbox.engine.checkpoint.DecoderWeights;
import glassbox.engine.checkpoint.ModelConfig;
import glassbox.engine.checkpoint.ModelDirectory;
import glassbox.engine.forward.ForwardModel;
import glassbox.engine.forward.ForwardSession;
import java.util.List;

/** The readable decoder: every architecture and LoRA, in plain loops. */
public final class ReferenceDecoder implements ForwardModel {
  private final ModelConfig config;
  private final Network network;
  private final int lanes;

  private ReferenceDecoder(ModelConfig config, Network network, int lanes) {
    this.config = config;
    this.network = network;
    this.lanes = lanes;
  }

  /**
   * Reads the weights of the base and its adapters into memory.
   *
   * @throws glassbox.engine.checkpoint.CheckpointException when they cannot be used
   */
  public static ReferenceDecoder load(ModelDirectory base, List<AdapterDirectory> adapters) {
    List<AdapterWeights> updates =
        adapters.stream().map(adapter -> AdapterWeights.read(adapter, base.config())).toList();
    try (DecoderWeights weights = DecoderWeights.open(base)) {
      Network network = new NetworkReader(weights, updates).read();
      return new ReferenceDecoder(base.config(), network, 1 + adapters.size());
    }
  }

  @Override
  public int lanes() {
    return lanes;
  }

  @Override
  public int vocabularySize() {
    return config.vocabularySize();
  }

  @Override
  public int contextLength() {
    return config.contextLength();
  }

  @Override
  public ForwardSession open(int[] laneOfRow, boolean trace) {
    if (laneOfRow.length == 0) {
      throw new IllegalArgumentException("no rows");
    }
    for (int lane : laneOfRow) {
      if (lane < 0 || lane >= lanes) {
        throw new IllegalArgumentException("lane " + lane + " of " + lanes);
      }
    }
    return new ReferenceSession(config, network, laneOfRow.clone(), trace);
  }

  /** Nothing is held but memory. */
  @Override
  public void close() {}
}

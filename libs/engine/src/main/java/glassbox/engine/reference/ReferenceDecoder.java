package glassbox.engine.reference;

import glassbox.engine.checkpoint.AdapterDirectory;
import glassbox.engine.checkpoint.AdapterWeights;
import glassbox.engine.checkpoint.DecoderWeights;
import glassbox.engine.checkpoint.LegibleLanes;
import glassbox.engine.checkpoint.ModelConfig;
import glassbox.engine.checkpoint.ModelDirectory;
import glassbox.engine.forward.ForwardModel;
import glassbox.engine.forward.ForwardSession;
import glassbox.engine.forward.LegibleChannel;
import glassbox.engine.forward.SessionOptions;
import java.util.List;
import java.util.Optional;

/** The readable decoder: every architecture and LoRA, in plain loops. */
public final class ReferenceDecoder implements ForwardModel {
  private final ModelConfig config;
  private final Network network;
  private final LegibleLanes legible;

  private ReferenceDecoder(ModelConfig config, Network network, LegibleLanes legible) {
    this.config = config;
    this.network = network;
    this.legible = legible;
  }

  /**
   * Reads the weights of the base and its adapters into memory.
   *
   * @throws glassbox.engine.checkpoint.CheckpointException when they cannot be used
   */
  public static ReferenceDecoder load(ModelDirectory base, List<AdapterDirectory> adapters) {
    List<AdapterWeights> updates =
        adapters.stream().map(adapter -> AdapterWeights.read(adapter, base.config())).toList();
    LegibleLanes legible = LegibleLanes.read(base, adapters);
    try (DecoderWeights weights = DecoderWeights.open(base)) {
      Network network = new NetworkReader(weights, updates, legible).read();
      return new ReferenceDecoder(base.config(), network, legible);
    }
  }

  @Override
  public int lanes() {
    return legible.lanes();
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
  public ForwardSession open(int[] laneOfRow, SessionOptions options) {
    if (laneOfRow.length == 0) {
      throw new IllegalArgumentException("no rows");
    }
    for (int lane : laneOfRow) {
      if (lane < 0 || lane >= lanes()) {
        throw new IllegalArgumentException("lane " + lane + " of " + lanes());
      }
      if (options.needsChannel() && channel(lane).isEmpty()) {
        throw new IllegalArgumentException("lane " + lane + " has no legible channel");
      }
    }
    return new ReferenceSession(config, network, laneOfRow.clone(), options);
  }

  @Override
  public Optional<LegibleChannel> channel(int lane) {
    return legible
        .at(lane)
        .map(weights -> new LegibleChannel(weights.config(), legible.owner(lane) == lane));
  }

  /** Always {@code reference}. */
  @Override
  public String backend(SessionOptions options) {
    return "reference";
  }

  /** Nothing is held but memory. */
  @Override
  public void close() {}
}

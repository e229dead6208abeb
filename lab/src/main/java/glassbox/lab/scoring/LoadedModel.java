package glassbox.lab.scoring;

import glassbox.engine.checkpoint.AdapterDirectory;
import glassbox.engine.checkpoint.ModelDirectory;
import glassbox.engine.decoder.Decoder;
import glassbox.engine.decoder.DecoderOptions;
import glassbox.engine.forward.ForwardModel;
import glassbox.engine.forward.ForwardSession;
import glassbox.engine.forward.LegibleChannel;
import glassbox.engine.forward.SessionOptions;
import glassbox.engine.text.Tokenizer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A model directory in memory, its tokenizer, and the adapter asked for. */
public final class LoadedModel implements AutoCloseable {

  private final ForwardModel model;
  private final Tokenizer tokenizer;
  private final Set<Integer> endTokenIds;
  private final int lane;

  private LoadedModel(ForwardModel model, Tokenizer tokenizer, Set<Integer> endTokenIds, int lane) {
    this.model = model;
    this.tokenizer = tokenizer;
    this.endTokenIds = endTokenIds;
    this.lane = lane;
  }

  /**
   * Loads {@code model}, and {@code adapter} on it if given.
   *
   * @throws glassbox.engine.checkpoint.CheckpointException when a directory cannot be used
   */
  public static LoadedModel open(Path model, @Nullable Path adapter) {
    ModelDirectory directory = ModelDirectory.open(model);
    List<AdapterDirectory> adapters =
        adapter == null ? List.of() : List.of(AdapterDirectory.open(adapter));
    Tokenizer tokenizer = Tokenizer.load(model);
    ForwardModel decoder = Decoder.load(directory, adapters, DecoderOptions.defaults());
    return new LoadedModel(
        decoder, tokenizer, Set.copyOf(directory.config().endTokenIds()), adapters.size());
  }

  /** Its tokenizer. */
  public Tokenizer tokenizer() {
    return tokenizer;
  }

  /** Tokens a session can hold. */
  int contextLength() {
    return model.contextLength();
  }

  boolean ends(int id) {
    return endTokenIds.contains(id);
  }

  ForwardSession open(boolean trace) {
    return open(SessionOptions.PLAIN.tracing(trace));
  }

  /**
   * Opens a session of one row.
   *
   * @throws IllegalArgumentException when the options need a legible channel and there is none
   */
  public ForwardSession open(SessionOptions options) {
    return model.open(new int[] {lane}, options);
  }

  /** The legible channel that the adapter, or else the model, runs through, if any. */
  public Optional<LegibleChannel> channel() {
    return model.channel(lane);
  }

  @Override
  public void close() {
    model.close();
    tokenizer.close();
  }
}

package glassbox.engine.federation;

import glassbox.engine.checkpoint.AdapterDirectory;
import glassbox.engine.checkpoint.LegibleWeights;
import glassbox.engine.checkpoint.ModelDirectory;
import glassbox.engine.decoder.Decoder;
import glassbox.engine.decoder.DecoderOptions;
import glassbox.engine.forward.ForwardModel;
import glassbox.engine.reference.ReferenceDecoder;
import glassbox.engine.reference.TinyBottlenecks;
import glassbox.engine.reference.TinyModels;
import glassbox.engine.reference.TinyTokenizer;
import glassbox.engine.text.Tokenizer;
import glassbox.ledger.block.Combination;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Three tiny specialists: a base, an adapter on it, and a model of another architecture. */
final class TinyFederation implements AutoCloseable {
  static final int CONTEXT_LENGTH = TinyModels.CONTEXT;

  static final PromptTemplate TEMPLATE =
      new PromptTemplate("<|begin|>", "<|system|>", "<|context|>", "<|user|>", "<|answer|>");

  final ForwardModel base;
  final ForwardModel other;
  final Tokenizer tokenizer;
  final Admission admission = new Admission(1, Duration.ZERO);

  private TinyFederation(ForwardModel base, ForwardModel other, Tokenizer tokenizer) {
    this.base = base;
    this.other = other;
    this.tokenizer = tokenizer;
  }

  /** On the readable decoder, opaque. */
  static TinyFederation reference(Path folder) throws IOException {
    return of(folder, parts -> ReferenceDecoder.load(parts.base(), parts.adapters()));
  }

  /** On the native engine, opaque. */
  static TinyFederation fast(Path folder) throws IOException {
    return of(folder, on(DecoderOptions.defaults()));
  }

  /**
   * On the native engine, both models with bottlenecks; the adapter runs through its base's.
   *
   * @param base null for an opaque base
   */
  static TinyFederation legible(
      Path folder, @Nullable LegibleWeights base, LegibleWeights other, DecoderOptions options)
      throws IOException {
    write(folder, base, other);
    return of(folder, on(options));
  }

  /** As {@link #legible}, on the readable decoder. */
  static TinyFederation legibleReference(Path folder, LegibleWeights base, LegibleWeights other)
      throws IOException {
    write(folder, base, other);
    return reference(folder);
  }

  private static void write(Path folder, @Nullable LegibleWeights base, LegibleWeights other)
      throws IOException {
    if (base != null) {
      TinyBottlenecks.write(folder.resolve("base"), base);
    }
    TinyBottlenecks.write(folder.resolve("other"), other);
  }

  private record Parts(ModelDirectory base, List<AdapterDirectory> adapters) {}

  private static Function<Parts, ForwardModel> on(DecoderOptions options) {
    return parts -> Decoder.load(parts.base(), parts.adapters(), options);
  }

  private static TinyFederation of(Path folder, Function<Parts, ForwardModel> load)
      throws IOException {
    ModelDirectory base =
        ModelDirectory.open(TinyModels.write(folder.resolve("base"), TinyModels.Kind.LLAMA, 1));
    AdapterDirectory adapter =
        AdapterDirectory.open(
            TinyModels.writeAdapter(
                folder.resolve("user"),
                TinyModels.Kind.LLAMA,
                2,
                List.of("q_proj", "down_proj"),
                2));
    ModelDirectory other =
        ModelDirectory.open(
            TinyModels.write(folder.resolve("other"), TinyModels.Kind.QWEN3_MOE, 3));
    TinyTokenizer.write(folder);
    return new TinyFederation(
        load.apply(new Parts(base, List.of(adapter))),
        load.apply(new Parts(other, List.of())),
        Tokenizer.load(folder));
  }

  Member general() {
    return new Member("general", "a".repeat(64), base, 0);
  }

  Member user() {
    return new Member("user", "b".repeat(64), base, 1);
  }

  Member domain() {
    return new Member("domain", "c".repeat(64), other, 0);
  }

  Federation federation() {
    return federation(Combination.Mixture.uniform(3), general(), domain(), user());
  }

  Federation federation(Combination combination, Member... members) {
    FederationSpec spec =
        new FederationSpec("tiny", List.of(members), combination, TEMPLATE, Set.of(0));
    return new Federation(spec, tokenizer, admission, "test", 1);
  }

  @Override
  public void close() {
    base.close();
    other.close();
    tokenizer.close();
  }
}

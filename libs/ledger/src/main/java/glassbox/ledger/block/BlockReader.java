package glassbox.ledger.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** Reads one block of any version; see docs/formats/block-v2.md. */
final class BlockReader {
  private static final int MIN_SPECIALIST_BYTES = 34;

  private final ByteSource source;
  private final Container container;

  private BlockReader(Container container) {
    this.container = container;
    this.source = new ByteSource(container.numbers());
  }

  static TokenBlock read(byte[] bytes) {
    Container container = Container.read(bytes);
    TokenBlock block;
    try {
      block = new BlockReader(container).block();
    } catch (IllegalArgumentException e) {
      throw new MalformedBlockException(String.valueOf(e.getMessage()), e);
    }
    // Catches whatever has a second spelling: idle columns, padding bits, steps no double holds.
    if (!Arrays.equals(new BlockWriter(container.version()).write(block.stored()), bytes)) {
      throw new MalformedBlockException("the block is not in its canonical form");
    }
    return block;
  }

  private TokenBlock block() {
    UUID runId = new UUID(source.i64("run id"), source.i64("run id"));
    int pass = source.u31("pass");
    SamplerSettings sampler = sampler();
    Execution execution = execution();
    List<SpecialistRef> specialists = specialists();
    Combination combination = combination(specialists.size());
    int promptLength = source.u31("prompt length");
    ColumnReader columns = new ColumnReader(source, container.version(), combination);
    List<TokenEntry> tokens = columns.tokens();
    if (source.remaining() != 0) {
      throw new MalformedBlockException("bytes follow the numbers");
    }
    BlockContent content = content(promptLength, tokens.size());
    return new TokenBlock(
        runId,
        pass,
        specialists,
        combination,
        sampler,
        execution,
        content,
        tokens,
        columns.supplement());
  }

  private Execution execution() {
    String build = source.text("build");
    int threads = source.u31("threads");
    int rows = source.u31("rows");
    if (container.version() == Format.OLDEST) {
      return new Execution(build, threads, rows);
    }
    String backend = source.text("backend");
    int routing = source.u8("routing");
    if (routing > Format.ROUTING_LEGIBLE) {
      throw new MalformedBlockException("unknown routing");
    }
    return new Execution(
        build,
        threads,
        rows,
        backend,
        routing == Format.ROUTING_LEGIBLE ? Routing.LEGIBLE : Routing.FULL);
  }

  private BlockContent content(int promptLength, int tokens) {
    return container.kept()
        ? ContentCodec.decode(container.version(), container.content(), promptLength, tokens)
        : new BlockContent.Withheld(container.contentDigest(), promptLength);
  }

  private SamplerSettings sampler() {
    int flags = source.u8("flags");
    if (flags > Format.FLAG_DRAWN) {
      throw new MalformedBlockException("unknown flags");
    }
    return new SamplerSettings(
        source.f64("temperature"), source.f64("top p"), flags != 0, source.i64("seed"));
  }

  private List<SpecialistRef> specialists() {
    int count = source.count(MIN_SPECIALIST_BYTES, "number of specialists");
    if (count > Format.MAX_SPECIALISTS) {
      throw new MalformedBlockException("too many specialists");
    }
    List<SpecialistRef> specialists = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String id = source.text("specialist");
      specialists.add(new SpecialistRef(id, HexFormat.of().formatHex(source.raw(32, "digest"))));
    }
    return specialists;
  }

  private Combination combination(int specialists) {
    int rule = source.u8("combination");
    source.require(8L * specialists, "weights");
    List<Double> weights = new ArrayList<>(specialists);
    for (int i = 0; i < specialists; i++) {
      weights.add(source.f64("weights"));
    }
    return switch (rule) {
      case Format.MIXTURE -> new Combination.Mixture(weights);
      case Format.PRODUCT -> new Combination.Product(weights);
      case Format.PREFIX_UPDATED -> new Combination.PrefixUpdated(weights);
      case Format.GATED ->
          new Combination.Gated(weights, source.u31("main"), source.f64("entropy threshold"));
      default -> throw new MalformedBlockException("unknown combination");
    };
  }
}

package glassbox.ledger.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** Reads one block; see docs/formats/block-v1.md. */
final class BlockReader {
  private static final int MIN_SPECIALIST_BYTES = 34;

  private final ByteSource source;
  private final Container container;

  private BlockReader(Container container) {
    this.container = container;
    this.source = new ByteSource(container.numbers());
  }

  static TokenBlock read(byte[] bytes) {
    TokenBlock block;
    try {
      block = new BlockReader(Container.read(bytes)).block();
    } catch (IllegalArgumentException e) {
      throw new MalformedBlockException(String.valueOf(e.getMessage()), e);
    }
    // Catches whatever has a second spelling: idle columns, padding bits, steps no double holds.
    if (!Arrays.equals(BlockCodec.encode(block), bytes)) {
      throw new MalformedBlockException("the block is not in its canonical form");
    }
    return block;
  }

  private TokenBlock block() {
    UUID runId = new UUID(source.i64("run id"), source.i64("run id"));
    int pass = source.u31("pass");
    SamplerSettings sampler = sampler();
    Execution execution =
        new Execution(source.text("build"), source.u31("threads"), source.u31("rows"));
    List<SpecialistRef> specialists = specialists();
    Combination combination = combination(specialists.size());
    int promptLength = source.u31("prompt length");
    List<TokenEntry> tokens = new ColumnReader(source, specialists.size()).tokens();
    if (source.remaining() != 0) {
      throw new MalformedBlockException("bytes follow the numbers");
    }
    BlockContent content = content(promptLength, tokens.size());
    return new TokenBlock(
        runId, pass, specialists, combination, sampler, execution, content, tokens);
  }

  private BlockContent content(int promptLength, int tokens) {
    return container.kept()
        ? ContentCodec.decode(container.content(), promptLength, tokens)
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

package glassbox.ledger.block;

import java.util.HexFormat;
import java.util.List;

/** Writes one block; see docs/formats/block-v2.md. */
final class BlockWriter {
  private final ByteSink sink = new ByteSink();
  private final int version;

  /** Of a version that can hold the block: the oldest has neither backend nor supplement. */
  BlockWriter(int version) {
    this.version = version;
  }

  byte[] write(TokenBlock block) {
    if (block.specialists().size() > Format.MAX_SPECIALISTS) {
      throw new IllegalArgumentException("too many specialists for the block format");
    }
    header(block);
    combination(block.combination());
    sink.uvarint(block.content().promptLength());
    new ColumnWriter(sink, block).write();
    byte[] numbers = sink.toByteArray();
    return switch (block.content()) {
      case BlockContent.Kept kept ->
          new Container(version, numbers, true, ContentCodec.encode(kept)).write();
      case BlockContent.Withheld withheld ->
          new Container(version, numbers, false, HexFormat.of().parseHex(withheld.digest()))
              .write();
    };
  }

  private void header(TokenBlock block) {
    sink.i64(block.runId().getMostSignificantBits());
    sink.i64(block.runId().getLeastSignificantBits());
    sink.uvarint(block.pass());
    sink.u8(block.sampler().sampled() ? Format.FLAG_DRAWN : 0);
    sink.f64(block.sampler().temperature());
    sink.f64(block.sampler().topP());
    sink.i64(block.sampler().seed());
    sink.text(block.execution().build());
    sink.uvarint(block.execution().threads());
    sink.uvarint(block.execution().rows());
    if (version > Format.OLDEST) {
      sink.text(block.execution().backend());
      sink.u8(
          switch (block.execution().routing()) {
            case FULL -> Format.ROUTING_FULL;
            case LEGIBLE -> Format.ROUTING_LEGIBLE;
          });
    }
    sink.uvarint(block.specialists().size());
    for (SpecialistRef specialist : block.specialists()) {
      sink.text(specialist.id());
      sink.raw(HexFormat.of().parseHex(specialist.digest()));
    }
  }

  private void combination(Combination combination) {
    switch (combination) {
      case Combination.Mixture mixture -> weights(Format.MIXTURE, mixture.logWeights());
      case Combination.Product product -> weights(Format.PRODUCT, product.weights());
      case Combination.PrefixUpdated updated ->
          weights(Format.PREFIX_UPDATED, updated.logWeights());
      case Combination.Gated gated -> {
        weights(Format.GATED, gated.logWeights());
        sink.uvarint(gated.main());
        sink.f64(gated.entropyThreshold());
      }
    }
  }

  private void weights(int rule, List<Double> weights) {
    sink.u8(rule);
    weights.forEach(sink::f64);
  }
}

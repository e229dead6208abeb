package glassbox.ledger.block;

import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;

/** Writes one block; see docs/formats/block-v1.md. */
final class BlockWriter {
  private final ByteSink sink = new ByteSink();

  byte[] write(TokenBlock block) {
    if (block.specialists().size() > Format.MAX_SPECIALISTS) {
      throw new IllegalArgumentException("too many specialists for the block format");
    }
    header(block);
    combination(block.combination());
    sink.uvarint(block.content().promptLength());
    columns(block.tokens(), block.specialists().size());
    byte[] numbers = sink.toByteArray();
    return switch (block.content()) {
      case BlockContent.Kept kept ->
          new Container(numbers, true, ContentCodec.encode(kept)).write();
      case BlockContent.Withheld withheld ->
          new Container(numbers, false, HexFormat.of().parseHex(withheld.digest())).write();
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

  private void columns(List<TokenEntry> tokens, int specialists) {
    sink.uvarint(tokens.size());
    int present = present(tokens);
    sink.u8(present);
    for (int k = 0; k < specialists; k++) {
      for (TokenEntry token : tokens) {
        sink.f32(token.logProb(k));
      }
    }
    tokens.forEach(t -> sink.uvarint(Quantization.steps(-t.joint(), Quantization.JOINT_SCALE)));
    tokens.forEach(t -> sink.uvarint(Quantization.steps(t.entropy(), Quantization.ENTROPY_SCALE)));
    optionalColumns(tokens, present);
  }

  private void optionalColumns(List<TokenEntry> tokens, int present) {
    if ((present & Format.HAS_SAMPLED) != 0) {
      tokens.forEach(
          t -> sink.uvarint(Quantization.steps(-t.sampled(), Quantization.SAMPLED_SCALE)));
    }
    if ((present & Format.HAS_FORCED) != 0) {
      sink.bits(bits(tokens, TokenEntry::forced), tokens.size());
    }
    if ((present & Format.HAS_NOT_ENSEMBLED) != 0) {
      sink.bits(bits(tokens, t -> !t.ensembled()), tokens.size());
    }
    if ((present & Format.HAS_LOG_NORMALIZER) != 0) {
      tokens.forEach(t -> sink.f64(t.logNormalizer()));
    }
  }

  /** A column is present exactly when some token differs from the column's default. */
  static int present(List<TokenEntry> tokens) {
    int present = Quantization.sampledIsJoint(tokens) ? 0 : Format.HAS_SAMPLED;
    present |= tokens.stream().anyMatch(TokenEntry::forced) ? Format.HAS_FORCED : 0;
    present |= tokens.stream().allMatch(TokenEntry::ensembled) ? 0 : Format.HAS_NOT_ENSEMBLED;
    boolean normalized =
        tokens.stream().anyMatch(t -> Double.doubleToLongBits(t.logNormalizer()) != 0);
    return present | (normalized ? Format.HAS_LOG_NORMALIZER : 0);
  }

  private static BitSet bits(List<TokenEntry> tokens, Predicate<TokenEntry> set) {
    BitSet bits = new BitSet(tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      bits.set(i, set.test(tokens.get(i)));
    }
    return bits;
  }
}

package glassbox.ledger.block;

import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/** Writes the token columns of a block in its stored form. */
final class ColumnWriter {
  private final ByteSink sink;
  private final TokenBlock block;
  private final List<TokenEntry> tokens;
  private final Supplement supplement;

  ColumnWriter(ByteSink sink, TokenBlock block) {
    this.sink = sink;
    this.block = block;
    this.tokens = block.tokens();
    this.supplement = block.supplement();
  }

  void write() {
    sink.uvarint(tokens.size());
    int present = present();
    sink.u8(present);
    if ((present & Format.HAS_REST) != 0) {
      listed();
    }
    logProbs();
    tokens.forEach(t -> sink.uvarint(Quantization.steps(-t.joint(), Quantization.JOINT_SCALE)));
    tokens.forEach(t -> sink.uvarint(Quantization.steps(t.entropy(), Quantization.ENTROPY_SCALE)));
    optional(present);
    supplement.deltas().forEach(delta -> sink.u8(Quantization.deltaLevel(delta)));
    if ((present & Format.HAS_REST) != 0) {
      rests();
    }
    supplement.traces().forEach(token -> token.forEach(this::trace));
  }

  /** A column is present exactly when some token differs from the column's default. */
  private int present() {
    int present = Quantization.sampledIsJoint(tokens) ? 0 : Format.HAS_SAMPLED;
    present |= tokens.stream().anyMatch(TokenEntry::forced) ? Format.HAS_FORCED : 0;
    present |= tokens.stream().allMatch(TokenEntry::ensembled) ? 0 : Format.HAS_NOT_ENSEMBLED;
    boolean normalized =
        tokens.stream().anyMatch(t -> Double.doubleToLongBits(t.logNormalizer()) != 0);
    present |= normalized ? Format.HAS_LOG_NORMALIZER : 0;
    present |= supplement.deltas().isEmpty() ? 0 : Format.HAS_DELTA;
    present |= tokens.isEmpty() || tokens.getFirst().whole() ? 0 : Format.HAS_REST;
    return present | (supplement.traces().isEmpty() ? 0 : Format.HAS_TRACE);
  }

  /** How many specialists a token lists, then the gaps between their indices. */
  private void listed() {
    sink.uvarint(tokens.getFirst().listed().length);
    boolean shared = block.combination() instanceof Combination.PrefixUpdated;
    for (TokenEntry token : shared ? tokens.subList(0, 1) : tokens) {
      int next = 0;
      for (int index : token.listed()) {
        sink.uvarint(index - next);
        next = index + 1;
      }
    }
  }

  private void logProbs() {
    List<float[]> rows = tokens.stream().map(TokenEntry::logProbs).toList();
    int columns = rows.isEmpty() ? 0 : rows.getFirst().length;
    for (int j = 0; j < columns; j++) {
      for (float[] row : rows) {
        sink.f32(row[j]);
      }
    }
  }

  private void optional(int present) {
    if ((present & Format.HAS_SAMPLED) != 0) {
      tokens.forEach(
          t -> sink.uvarint(Quantization.steps(-t.sampled(), Quantization.SAMPLED_SCALE)));
    }
    if ((present & Format.HAS_FORCED) != 0) {
      sink.bits(bits(TokenEntry::forced), tokens.size());
    }
    if ((present & Format.HAS_NOT_ENSEMBLED) != 0) {
      sink.bits(bits(t -> !t.ensembled()), tokens.size());
    }
    if ((present & Format.HAS_LOG_NORMALIZER) != 0) {
      tokens.forEach(t -> sink.f64(t.logNormalizer()));
    }
  }

  private void rests() {
    List<Rest> rests = tokens.stream().map(t -> t.rest().orElseThrow()).toList();
    rests.forEach(rest -> sink.f64(rest.mass()));
    if (block.combination() instanceof Combination.Product) {
      rests.forEach(rest -> sink.f64(rest.weightedSum()));
    }
    supplement.shareTotals().forEach(sink::f64);
  }

  private void trace(SpecialistTrace trace) {
    sink.uvarint(trace.norms().size());
    trace.norms().forEach(sink::f32);
    sink.uvarint(trace.routing().size());
    for (List<Float> layer : trace.routing()) {
      sink.uvarint(layer.size());
      layer.forEach(p -> sink.u8(Math.round(p * SpecialistTrace.STEPS)));
    }
  }

  private BitSet bits(Predicate<TokenEntry> set) {
    BitSet bits = new BitSet(tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      bits.set(i, set.test(tokens.get(i)));
    }
    return bits;
  }
}

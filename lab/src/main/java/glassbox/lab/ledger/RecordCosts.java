package glassbox.lab.ledger;

import glassbox.ledger.attribution.Reconciliation;
import glassbox.ledger.attribution.TopContributions;
import glassbox.ledger.block.BlockCodec;
import glassbox.ledger.block.BlockHash;
import glassbox.ledger.block.TokenBlock;
import glassbox.ledger.block.TokenEntry;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.zip.Deflater;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sizes and speeds of some blocks.
 *
 * @param tokens of all blocks
 * @param packed bytes of all blocks, content and heads included
 * @param deflated the same bytes behind zlib at its best level
 * @param json bytes of the same numbers as JSON, compact
 * @param encode tokens a second
 * @param decode tokens a second
 * @param recompute tokens a second: decode, hash and reconcile
 * @param maxResidual of the decoded blocks, nats
 */
record RecordCosts(
    int tokens,
    long packed,
    long deflated,
    long json,
    double encode,
    double decode,
    double recompute,
    double maxResidual) {
  private static final int ROUNDS = 25;

  double bytesPerToken() {
    return packed / (double) tokens;
  }

  /** Of many specialists: only the size and the residual are of interest. */
  static RecordCosts ofPartial(TokenBlock whole) {
    return of(List.of(TopContributions.of(whole, TopContributions.DEFAULT_LISTED)));
  }

  static RecordCosts of(List<TokenBlock> blocks) {
    List<byte[]> bytes = blocks.stream().map(BlockCodec::encode).toList();
    int tokens = blocks.stream().mapToInt(b -> b.tokens().size()).sum();
    return new RecordCosts(
        tokens,
        bytes.stream().mapToLong(b -> b.length).sum(),
        bytes.stream().mapToLong(RecordCosts::deflated).sum(),
        blocks.stream().mapToLong(RecordCosts::json).sum(),
        tokens / seconds(blocks, block -> BlockCodec.encode(block).length),
        tokens / seconds(bytes, b -> BlockCodec.decode(b).tokens().size()),
        tokens / seconds(bytes, RecordCosts::recomputed),
        bytes.stream()
            .mapToDouble(b -> Reconciliation.of(BlockCodec.decode(b)).max())
            .max()
            .orElse(0));
  }

  private static int recomputed(byte[] bytes) {
    double max = Reconciliation.of(BlockCodec.decode(bytes)).max();
    return BlockHash.of(bytes).length() + (int) max;
  }

  /** Median over rounds of the time for all, after as many rounds to warm up. */
  private static <T> double seconds(List<T> all, ToIntFunction<T> work) {
    double[] times = new double[ROUNDS];
    int kept = 0;
    for (int round = -ROUNDS; round < ROUNDS; round++) {
      long start = System.nanoTime();
      for (T one : all) {
        kept += work.applyAsInt(one);
      }
      times[Math.max(0, round)] = (System.nanoTime() - start) / 1e9;
    }
    if (kept == 0) {
      throw new IllegalStateException("nothing was measured");
    }
    Arrays.sort(times);
    return times[ROUNDS / 2];
  }

  private static int deflated(byte[] bytes) {
    try (var deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
      deflater.setInput(bytes);
      deflater.finish();
      var out = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.size();
    }
  }

  private record JsonToken(
      float[] logProbs, double joint, double sampled, double entropy, boolean forced) {}

  private static int json(TokenBlock block) {
    List<JsonToken> tokens = block.tokens().stream().map(RecordCosts::token).toList();
    return JsonMapper.builder().build().writeValueAsBytes(tokens).length;
  }

  private static JsonToken token(TokenEntry entry) {
    return new JsonToken(
        entry.logProbs(), entry.joint(), entry.sampled(), entry.entropy(), entry.forced());
  }
}

package glassbox.audit.run;

import glassbox.contracts.generation.SpecialistLogProb;
import glassbox.contracts.generation.TokenAttribution;
import glassbox.contracts.run.RunContent;
import glassbox.ledger.attribution.Reconciliation;
import glassbox.ledger.block.BlockContent;
import glassbox.ledger.block.TokenEntry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a run's passes, one after another, in the outward form. Text is kept for the last
 * pass only: that is the answer.
 */
final class RunTokens {
  private final List<Reconciliation> passes;
  private final @Nullable RunContent content;

  RunTokens(List<Reconciliation> passes, @Nullable RunContent content) {
    this.passes = passes;
    this.content = content;
  }

  int size() {
    return passes.stream().mapToInt(p -> p.block().tokens().size()).sum();
  }

  int specialists() {
    return passes.stream().mapToInt(p -> p.block().specialists().size()).max().orElse(1);
  }

  /** Tokens from {@code from}, at most {@code limit}. */
  List<TokenAttribution> slice(int from, int limit) {
    List<TokenAttribution> tokens = new ArrayList<>();
    int offset = 0;
    for (Reconciliation pass : passes) {
      int length = pass.block().tokens().size();
      for (int t = Math.max(0, from - offset); t < length && tokens.size() < limit; t++) {
        tokens.add(attribution(pass, t, offset + t));
      }
      offset += length;
    }
    return tokens;
  }

  private TokenAttribution attribution(Reconciliation pass, int token, int position) {
    TokenEntry entry = pass.block().tokens().get(token);
    return new TokenAttribution(
        position,
        text(pass, token),
        id(pass, token),
        entry.joint(),
        entry.sampled(),
        perSpecialist(pass, token, entry),
        pass.residual(token),
        entry.entropy(),
        null,
        null,
        List.of(),
        entry.forced(),
        List.of(),
        List.of());
  }

  private static @Nullable Integer id(Reconciliation pass, int token) {
    return pass.block().content() instanceof BlockContent.Kept kept
        ? kept.tokenIds().get(token)
        : null;
  }

  private @Nullable String text(Reconciliation pass, int token) {
    return content != null && pass == passes.getLast() ? content.tokens().get(token) : null;
  }

  private static List<SpecialistLogProb> perSpecialist(
      Reconciliation pass, int token, TokenEntry entry) {
    double[] logWeights = pass.logWeights(token);
    List<SpecialistLogProb> parts = new ArrayList<>(logWeights.length);
    for (int k = 0; k < logWeights.length; k++) {
      parts.add(
          new SpecialistLogProb(
              pass.block().specialists().get(k).id(),
              finite(entry.logProb(k)),
              Math.exp(logWeights[k]),
              finite(logWeights[k]),
              pass.share(token, k)));
    }
    return parts;
  }

  /** JSON has no infinities: ln 0 is written as the lowest double. */
  private static double finite(double logarithm) {
    return Math.max(logarithm, -Double.MAX_VALUE);
  }
}

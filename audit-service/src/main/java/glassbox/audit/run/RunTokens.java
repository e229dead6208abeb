package glassbox.audit.run;

import glassbox.contracts.generation.Concept;
import glassbox.contracts.generation.SpecialistLogProb;
import glassbox.contracts.generation.SpecialistRest;
import glassbox.contracts.generation.TokenAttribution;
import glassbox.contracts.run.RunContent;
import glassbox.ledger.attribution.Reconciliation;
import glassbox.ledger.block.BlockContent;
import glassbox.ledger.block.Rest;
import glassbox.ledger.block.TokenBlock;
import glassbox.ledger.block.TokenEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a run's passes, one after another, in the outward form. Text is kept for the
 * answer's pass only.
 */
public final class RunTokens {
  private final List<Reconciliation> passes;
  private final int answer;
  private final @Nullable RunContent content;

  /**
   * The tokens of these passes.
   *
   * @param answer index of the pass that wrote the answer
   * @param content the run's texts; null where they are not kept
   */
  public RunTokens(List<Reconciliation> passes, int answer, @Nullable RunContent content) {
    this.passes = passes;
    this.answer = answer;
    this.content = content;
  }

  int size() {
    return passes.stream().mapToInt(p -> p.block().tokens().size()).sum();
  }

  /** Tokens from a position on, made as they are taken. */
  public Stream<TokenAttribution> from(int position) {
    return IntStream.range(position, size()).mapToObj(this::at);
  }

  private TokenAttribution at(int position) {
    int offset = 0;
    for (Reconciliation pass : passes) {
      int length = pass.block().tokens().size();
      if (position < offset + length) {
        return attribution(pass, position - offset, position);
      }
      offset += length;
    }
    throw new IndexOutOfBoundsException(position);
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
        entry.rest().map(rest -> rest(pass, token, rest)).orElse(null),
        pass.residual(token),
        entry.entropy(),
        null,
        null,
        delta(pass, token),
        concepts(pass, token),
        entry.forced(),
        List.of(),
        StoredTraces.of(pass.block(), token));
  }

  private static SpecialistRest rest(Reconciliation pass, int token, Rest rest) {
    TokenEntry entry = pass.block().tokens().get(token);
    return new SpecialistRest(
        entry.specialists() - entry.listed().length, finite(rest.mass()), pass.restShare(token));
  }

  private static @Nullable Double delta(Reconciliation pass, int token) {
    List<Double> deltas = pass.block().supplement().deltas();
    return deltas.isEmpty() ? null : deltas.get(token);
  }

  /** Atoms by their names; their labels are part of the model, not of the record. */
  private static List<Concept> concepts(Reconciliation pass, int token) {
    TokenBlock block = pass.block();
    if (!(block.content() instanceof BlockContent.Kept kept)) {
      return List.of();
    }
    return kept.conceptsAt(token).stream()
        .map(
            atom ->
                new Concept(
                    "L%d.c%d".formatted(atom.site(), atom.atom()),
                    null,
                    null,
                    atom.activation(),
                    block.specialists().get(atom.specialist()).id()))
        .toList();
  }

  private static @Nullable Integer id(Reconciliation pass, int token) {
    return pass.block().content() instanceof BlockContent.Kept kept
        ? kept.tokenIds().get(token)
        : null;
  }

  private @Nullable String text(Reconciliation pass, int token) {
    return content != null && pass == passes.get(answer) ? content.tokens().get(token) : null;
  }

  private static List<SpecialistLogProb> perSpecialist(
      Reconciliation pass, int token, TokenEntry entry) {
    double[] logWeights = pass.logWeights(token);
    int[] listed = entry.listed();
    List<SpecialistLogProb> parts = new ArrayList<>(listed.length);
    for (int k : listed) {
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

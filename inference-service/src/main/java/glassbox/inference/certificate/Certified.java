package glassbox.inference.certificate;

import glassbox.contracts.generation.CertificateSummary;
import glassbox.contracts.generation.Concept;
import glassbox.ledger.block.TokenBlock;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A pass with its certificate, or with why there is none.
 *
 * @param block the pass's record, with deltas and concepts where it is certified
 * @param summary for the caller and for the envelope
 * @param concepts one list a token; empty where it is not certified
 */
public record Certified(
    TokenBlock block, CertificateSummary summary, List<List<Concept>> concepts) {
  public Certified {
    concepts = concepts.stream().map(List::copyOf).toList();
  }

  /** A token's delta, as it is recorded; null where the pass is not certified. */
  public @Nullable Double delta(int token) {
    OptionalDouble delta = block.delta(token);
    return delta.isPresent() ? delta.getAsDouble() : null;
  }

  /** A token's concepts. */
  public List<Concept> conceptsAt(int token) {
    return concepts.isEmpty() ? List.of() : concepts.get(token);
  }
}

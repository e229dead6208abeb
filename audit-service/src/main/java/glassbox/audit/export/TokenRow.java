package glassbox.audit.export;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token in an export of tokens: its attribution, and the run it is of.
 *
 * @param runId the run
 * @param startedAt when it started
 * @param federation who answered
 * @param position among the tokens of the run's passes, from 0
 * @param token text; null where it is not kept, and for all passes but the last
 * @param tokenId null where the content is not kept
 * @param jointLogProb nats
 * @param sampledLogProb nats
 * @param entropy nats
 * @param reconciliationResidual nats
 * @param forced given, not drawn
 * @param delta of the certificate; null without one
 * @param perSpecialist the listed specialists
 * @param restSpecialists how many are not listed; null if none
 * @param restLogMass what those gave together, nats
 * @param restShare their share
 * @param concepts active concepts where they are kept
 */
public record TokenRow(
    String runId,
    Instant startedAt,
    String federation,
    int position,
    @Nullable String token,
    @Nullable Integer tokenId,
    double jointLogProb,
    double sampledLogProb,
    double entropy,
    double reconciliationResidual,
    boolean forced,
    @Nullable Double delta,
    List<Part> perSpecialist,
    @Nullable Integer restSpecialists,
    @Nullable Double restLogMass,
    @Nullable Double restShare,
    List<Atom> concepts) {

  public TokenRow {
    perSpecialist = List.copyOf(perSpecialist);
    concepts = List.copyOf(concepts);
  }

  /** A specialist's part: nats, and a share in [0, 1]. */
  public record Part(String id, double logProb, double logWeight, double share) {}

  /** An active concept. */
  public record Atom(String name, String specialist, double activation) {}
}

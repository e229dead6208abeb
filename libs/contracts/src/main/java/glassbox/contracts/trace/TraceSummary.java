package glassbox.contracts.trace;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run's evidence without its texts: part of the envelope, and there for ever.
 *
 * @param commitment hex SHA-256 over the run's salt and the trace in canonical JSON
 *     (docs/formats/envelope-v1.md); kept whether or not the texts are
 * @param fragments in the order they were issued
 * @param claims in the order they were made
 * @param redundancy mean number of independent fragments a claim; null without claims
 * @param redactions how many pieces of personal data were masked
 */
public record TraceSummary(
    String commitment,
    List<FragmentRef> fragments,
    List<ClaimRef> claims,
    @Nullable Double redundancy,
    int redactions) {

  public TraceSummary {
    fragments = List.copyOf(fragments);
    claims = List.copyOf(claims);
  }

  /** The same with another commitment. */
  public TraceSummary committedTo(String other) {
    return new TraceSummary(other, fragments, claims, redundancy, redactions);
  }

  /** A fragment by its id, with what kind of evidence it is, which tool gave it, and when. */
  public record FragmentRef(String id, String kind, String tool, Instant ts) {}

  /** A claim by its id, with the ids of the fragments that it names. */
  public record ClaimRef(String id, List<String> supports) {
    public ClaimRef {
      supports = List.copyOf(supports);
    }
  }
}

package glassbox.contracts.trace;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A run's evidence with its texts. Stored, encrypted and erased with the run's other texts.
 *
 * @param version of this form: 1
 * @param runId the run
 * @param fragments in the order they were issued
 * @param claims in the order they were made
 * @param provenance how the answer was decoded
 */
public record RunTrace(
    int version, UUID runId, List<Fragment> fragments, List<Claim> claims, Provenance provenance) {

  public RunTrace {
    fragments = List.copyOf(fragments);
    claims = List.copyOf(claims);
  }

  /**
   * One piece of evidence.
   *
   * @param kind such as {@code tool} or {@code table_row}
   * @param tool which tool or source gave it
   * @param id issued by the server
   * @param input what was asked
   * @param output what was given
   * @param hash {@code blake3:} and 64 hex digits over kind, tool, id, input and output as they
   *     stand here, each as its length in four bytes, big-endian, and its UTF-8 bytes
   * @param ts when it was given
   * @param redactions what was masked in input and output
   */
  public record Fragment(
      String kind,
      String tool,
      String id,
      String input,
      String output,
      String hash,
      Instant ts,
      List<Redaction> redactions) {
    public Fragment {
      redactions = List.copyOf(redactions);
    }
  }

  /**
   * What the answer states.
   *
   * @param id unique within the run
   * @param text what is stated
   * @param supports ids of fragments
   * @param redactions what was masked in the text
   */
  public record Claim(String id, String text, List<String> supports, List<Redaction> redactions) {
    public Claim {
      supports = List.copyOf(supports);
      redactions = List.copyOf(redactions);
    }
  }

  /**
   * Masked personal data.
   *
   * @param member where: {@code input}, {@code output} or {@code text}
   * @param kind what was there, such as {@code email}
   * @param start UTF-16 offset of its first character
   * @param end offset after its last
   */
  public record Redaction(String member, String kind, int start, int end) {}

  /**
   * How the answer was decoded.
   *
   * @param model alias of the federation
   * @param temps temperatures of outline, draft and verification
   * @param topP nucleus masses of the three
   * @param starch share of the window that structure might take
   */
  public record Provenance(String model, List<Double> temps, List<Double> topP, double starch) {
    public Provenance {
      temps = List.copyOf(temps);
      topP = List.copyOf(topP);
    }
  }
}

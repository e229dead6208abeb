package glassbox.audit.run;

import glassbox.contracts.generation.CertificateSummary;
import glassbox.ledger.attribution.DeltaSummary;
import glassbox.ledger.block.TokenBlock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether an envelope's certificate says what the deltas of the answer's block say. */
final class CertificateConsistency {
  private CertificateConsistency() {}

  /**
   * The member of the certificate that disagrees with the answer's block; null where none does.
   *
   * @param certificate null in envelopes of before there were any
   */
  static @Nullable String disagreeing(@Nullable CertificateSummary certificate, TokenBlock answer) {
    List<Double> deltas = answer.supplement().deltas();
    if (certificate == null || !certificate.certified()) {
      return deltas.isEmpty() ? null : "certified";
    }
    return deltas.isEmpty()
        ? "certified"
        : disagreeing(
            certificate,
            DeltaSummary.of(deltas.stream().mapToDouble(Double::doubleValue).toArray()));
  }

  private static @Nullable String disagreeing(CertificateSummary said, DeltaSummary deltas) {
    if (!Objects.equals(said.tokens(), deltas.tokens())) {
      return "tokens";
    }
    if (!Objects.equals(said.deltaMean(), deltas.mean())) {
      return "delta_mean";
    }
    if (!Objects.equals(said.deltaP95(), deltas.p95())) {
      return "delta_p95";
    }
    if (!Objects.equals(said.deltaMax(), deltas.max())) {
      return "delta_max";
    }
    @Nullable Double agreement = said.agreement();
    if (agreement == null || !(agreement >= 0 && agreement <= 1)) {
      return "agreement";
    }
    boolean within = said.bar() != null && deltas.p95() <= said.bar();
    return Objects.equals(said.trusted(), within) ? null : "trusted";
  }
}

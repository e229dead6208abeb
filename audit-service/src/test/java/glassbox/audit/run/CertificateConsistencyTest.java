package glassbox.audit.run;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import glassbox.audit.Certified;
import glassbox.audit.Samples;
import glassbox.contracts.generation.CertificateMode;
import glassbox.contracts.generation.CertificateSummary;
import glassbox.contracts.generation.CertificateSummary.Deltas;
import glassbox.contracts.generation.CertificateSummary.Reason;
import glassbox.ledger.block.TokenBlock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CertificateConsistencyTest {
  private static final TokenBlock BLOCK =
      Certified.block(UUID.randomUUID(), List.of(0.1, 0.4, 0.02));
  private static final TokenBlock BARE = Samples.block(UUID.randomUUID(), 0, 3);
  private static final CertificateSummary TRUE = Certified.certificate(BLOCK, 0.5);
  private static final CertificateSummary NONE =
      CertificateSummary.none(CertificateMode.SAMPLED, Reason.OVER_ALLOWANCE, null);

  @Test
  void takesWhatTheBlockSays() {
    assertThat(CertificateConsistency.disagreeing(TRUE, BLOCK)).isNull();
    assertThat(CertificateConsistency.disagreeing(Certified.certificate(BLOCK, 0.1), BLOCK))
        .as("above its bar and said so")
        .isNull();
    assertThat(CertificateConsistency.disagreeing(NONE, BARE)).isNull();
    assertThat(CertificateConsistency.disagreeing(null, BARE)).isNull();
  }

  @Test
  void aCertificateAndDeltasGoTogether() {
    assertThat(CertificateConsistency.disagreeing(TRUE, BARE)).isEqualTo("certified");
    assertThat(CertificateConsistency.disagreeing(NONE, BLOCK)).isEqualTo("certified");
    assertThat(CertificateConsistency.disagreeing(null, BLOCK)).isEqualTo("certified");
  }

  @Test
  void namesTheNumberThatIsAnother() {
    double mean = requireNonNull(TRUE.deltaMean());
    double p95 = requireNonNull(TRUE.deltaP95());
    double max = requireNonNull(TRUE.deltaMax());
    assertThat(disagreeing(new Deltas(4, mean, p95, max), 1)).isEqualTo("tokens");
    assertThat(disagreeing(new Deltas(3, Math.nextUp(mean), p95, max), 1)).isEqualTo("delta_mean");
    assertThat(disagreeing(new Deltas(3, mean, Math.nextDown(p95), max), 1)).isEqualTo("delta_p95");
    assertThat(disagreeing(new Deltas(3, mean, p95, 1), 1)).isEqualTo("delta_max");
    assertThat(disagreeing(new Deltas(3, mean, p95, max), 1.5)).isEqualTo("agreement");
  }

  private static String disagreeing(Deltas deltas, double agreement) {
    return String.valueOf(
        CertificateConsistency.disagreeing(
            CertificateSummary.certified(CertificateMode.FULL, null, deltas, agreement, 0.5),
            BLOCK));
  }

  @Test
  void trustFollowsFromTheBar() {
    CertificateSummary trusting =
        new CertificateSummary(
            CertificateMode.FULL,
            true,
            null,
            null,
            TRUE.tokens(),
            TRUE.deltaMean(),
            TRUE.deltaP95(),
            TRUE.deltaMax(),
            1.0,
            0.1,
            true,
            null);
    assertThat(CertificateConsistency.disagreeing(trusting, BLOCK)).isEqualTo("trusted");
  }
}

package glassbox.lab.verify;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.lab.verify.CheckResult.State;
import glassbox.ledger.attribution.DeltaSummary;
import glassbox.ledger.block.Supplement;
import glassbox.ledger.block.TokenBlock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateChecksTest {
  private static final UUID ID = new UUID(7, 7);
  private static final List<Double> DELTAS = List.of(0.01, 0.5, 0.0, 1.0, 0.25, 0.01);
  private static final String TRUE_NUMBERS = numbers(DELTAS, 0.9, false);

  private static TokenBlock block(List<Double> deltas) {
    TokenBlock plain = TestRuns.block(ID, 0, 6, TestRuns.mixture());
    return plain.withSupplement(Supplement.NONE.withDeltas(deltas)).stored();
  }

  /** As the service writes it, of the deltas as they are stored. */
  private static String numbers(List<Double> deltas, double bar, boolean trusted) {
    DeltaSummary summary =
        DeltaSummary.of(block(deltas).supplement().deltas().stream().mapToDouble(d -> d).toArray());
    return """
    {"mode":"full","certified":true,"tokens":%d,"delta_mean":%s,"delta_p95":%s,\
    "delta_max":%s,"agreement":0.5,"bar":%s,"trusted":%s}\
    """
        .formatted(summary.tokens(), summary.mean(), summary.p95(), summary.max(), bar, trusted);
  }

  private static CheckResult check(List<Double> deltas, String certificate) {
    TestRuns.Sealed run = TestRuns.seal(ID, List.of(block(deltas)), Map.of(), TestRuns.TEXT);
    String envelope = run.envelope();
    String with =
        certificate.isEmpty()
            ? envelope
            : envelope.replaceFirst("\\{", "{\"certificate\":" + certificate + ",");
    return CertificateChecks.check(Envelope.read(with), List.of(block(deltas)));
  }

  @Test
  void recomputesTheNumbersFromTheRecordedDeltas() {
    CheckResult result = check(DELTAS, TRUE_NUMBERS);

    assertThat(result.findings()).isEmpty();
    assertThat(result.state()).isEqualTo(State.HELD);
    assertThat(result.detail()).contains("6 tokens", "max 1.000", "not to be trusted");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"tokens\":6 | \"tokens\":7",
        "\"delta_max\":1.0 | \"delta_max\":0.9999999999999999",
        "\"delta_p95\":1.0 | \"delta_p95\":0.5",
        "\"delta_mean\":0 | \"delta_mean\":-0",
        "\"delta_mean\":0 | \"delta_mean\":1",
        "\"trusted\":false | \"trusted\":true",
        "\"bar\":0.9 | \"bar\":1",
        "\"agreement\":0.5 | \"agreement\":1.5",
        "\"agreement\":0.5 | \"agreement\":\"0.5\"",
      })
  void findsOneThatIsNot(String part, String other) {
    String changed = TRUE_NUMBERS.replace(part, other);
    assertThat(changed).isNotEqualTo(TRUE_NUMBERS);

    assertThat(check(DELTAS, changed).state()).isEqualTo(State.WRONG);
  }

  @Test
  void whatHasNoBarIsNotTrusted() {
    String bare = TRUE_NUMBERS.replace("\"bar\":0.9,", "");
    assertThat(check(DELTAS, bare).state()).isEqualTo(State.HELD);
    assertThat(check(DELTAS, bare.replace("\"trusted\":false", "\"trusted\":true")).state())
        .isEqualTo(State.WRONG);
  }

  @Test
  void deltasAndCertificateGoTogether() {
    String none = "{\"mode\":\"sampled\",\"certified\":false,\"reason\":\"over_allowance\"}";
    assertThat(check(List.of(), none).state()).isEqualTo(State.NOT_CHECKED);
    assertThat(check(DELTAS, none).state()).isEqualTo(State.WRONG);
    assertThat(check(List.of(), TRUE_NUMBERS).state()).isEqualTo(State.WRONG);
  }

  @Test
  void recordsOfBeforeThereWereCertificatesHaveNothingToCheck() {
    assertThat(check(List.of(), "").state()).isEqualTo(State.NOT_CHECKED);
    assertThat(check(DELTAS, "").state()).isEqualTo(State.WRONG);
  }
}

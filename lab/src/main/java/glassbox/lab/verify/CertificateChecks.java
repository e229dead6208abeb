package glassbox.lab.verify;

import glassbox.ledger.attribution.DeltaSummary;
import glassbox.ledger.block.TokenBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Recomputes the certificate's numbers from the deltas that the answer's block records. */
final class CertificateChecks {
  private final JsonNode certificate;
  private final List<Finding> wrong = new ArrayList<>();

  private CertificateChecks(JsonNode certificate) {
    this.certificate = certificate;
  }

  /** Requires the named blocks that are there, in order of pass. */
  static CheckResult check(Envelope envelope, List<TokenBlock> blocks) {
    if (blocks.size() != envelope.blocks().size() || blocks.isEmpty()) {
      return CheckResult.notChecked(Check.CERTIFICATE, "the answer's block is not there");
    }
    try {
      return of(envelope, blocks.get(envelope.answerIndex()).supplement().deltas());
    } catch (Envelope.Unreadable e) {
      return CheckResult.wrong(
          Check.CERTIFICATE, "the certificate: %s", String.valueOf(e.getMessage()));
    }
  }

  private static CheckResult of(Envelope envelope, List<Double> deltas) {
    Optional<JsonNode> said = envelope.certificate();
    boolean certified = said.map(c -> c.path("certified").asBoolean(false)).orElse(false);
    if (!certified) {
      return deltas.isEmpty()
          ? CheckResult.notChecked(Check.CERTIFICATE, "this answer was not certified")
          : CheckResult.wrong(
              Check.CERTIFICATE, "the block has deltas, the record says it is not certified");
    }
    if (deltas.isEmpty()) {
      return CheckResult.wrong(
          Check.CERTIFICATE, "the record says it is certified, the block has no deltas");
    }
    return new CertificateChecks(said.get())
        .compare(DeltaSummary.of(deltas.stream().mapToDouble(Double::doubleValue).toArray()));
  }

  private CheckResult compare(DeltaSummary deltas) {
    if (Envelope.integer(certificate, "tokens") != deltas.tokens()) {
      wrong.add(Finding.of("the certificate is not of %d tokens", deltas.tokens()));
    }
    same("delta mean", "delta_mean", deltas.mean());
    same("delta p95", "delta_p95", deltas.p95());
    same("delta max", "delta_max", deltas.max());
    double agreement = Envelope.number(certificate, "agreement");
    if (!(agreement >= 0 && agreement <= 1)) {
      wrong.add(Finding.of("the agreement is not a share"));
    }
    boolean within = certificate.has("bar") && deltas.p95() <= Envelope.number(certificate, "bar");
    if (certificate.path("trusted").asBoolean(!within) != within) {
      wrong.add(
          Finding.of(
              "the record says trusted %s, by its bar it is %s",
              certificate.path("trusted").asString("nothing"), within));
    }
    return CheckResult.of(
        Check.CERTIFICATE,
        wrong,
        "delta of %d tokens recomputed: mean %s, p95 %s, max %s; %s",
        deltas.tokens(),
        number(deltas.mean()),
        number(deltas.p95()),
        number(deltas.max()),
        within ? "within its bar" : "the named explanation is not to be trusted");
  }

  private void same(String name, String member, double recomputed) {
    double recorded = Envelope.number(certificate, member);
    if (recorded != recomputed) {
      wrong.add(Finding.of("%s is %s, recomputed %s", name, recorded, recomputed));
    }
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}

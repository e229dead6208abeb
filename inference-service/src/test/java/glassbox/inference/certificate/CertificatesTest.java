package glassbox.inference.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.contracts.generation.CertificateMode;
import glassbox.contracts.generation.CertificateSummary;
import glassbox.contracts.generation.CertificateSummary.Reason;
import glassbox.engine.decoder.DecoderOptions;
import glassbox.engine.federation.Admission;
import glassbox.engine.federation.Federation;
import glassbox.engine.federation.LoadedFederations;
import glassbox.engine.federation.Outcome;
import glassbox.engine.federation.Plan;
import glassbox.engine.federation.PromptText;
import glassbox.engine.federation.TokenListener;
import glassbox.engine.registry.Registry;
import glassbox.inference.TinyHouse;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sampling by a stopwatch that the test turns, over a real tiny federation. */
class CertificatesTest {
  private static final long DECODE = 1_000;

  @TempDir static Path folder;
  private static LoadedFederations loaded;
  private static Federation federation;
  private static Outcome outcome;

  private final Admission places = new Admission(1, Duration.ZERO);
  private final List<String> watched = new ArrayList<>();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private long now;

  @BeforeAll
  static void load() {
    Path models = TinyHouse.write(folder.resolve("models"));
    loaded =
        LoadedFederations.load(
            Registry.open(models, TinyHouse.trusted(models)),
            new DecoderOptions(1),
            Admission.unbounded(),
            "test");
    federation = loaded.find("legible").orElseThrow();
    outcome =
        federation.generate(
            Plan.greedy(UUID.randomUUID(), PromptText.of("what?"), 6), TokenListener.SILENT);
  }

  @AfterAll
  static void close() {
    loaded.close();
  }

  /** Each look at the stopwatch finds it 30 ns further on: a certificate costs 90. */
  private Certificates certificates(double share) {
    return new Certificates(
        new CertificateSettings(share, null),
        () -> now += 30,
        new ConceptNames(federation.spec().members()),
        (specialist, deltas) -> watched.add(specialist),
        new CertificateMeters(meters));
  }

  @Test
  void staysWithinItsShareToTheAnswer() {
    Certificates certificates = certificates(0.03);
    List<Integer> certified = new ArrayList<>();
    CertificateSummary last = null;
    for (int i = 1; i <= 300; i++) {
      last = certificates.certify(federation, outcome, CertificateMode.SAMPLED, DECODE).summary();
      if (last.certified()) {
        certified.add(i);
      }
    }
    assertThat(certified).hasSize(100);
    assertThat(certified.getFirst()).as("saved up for as much as the answer cost").isEqualTo(34);
    assertThat(last).isNotNull();
    assertThat(meters.get("glassbox.certificate.share").gauge().value()).isEqualTo(0.03);
    assertThat(meters.get("glassbox.certificate.coverage").gauge().value()).isEqualTo(1 / 3.0);
    assertThat(
            meters.get("glassbox.certificates").tag("outcome", "over_allowance").counter().count())
        .isEqualTo(200);
    assertThat(watched).hasSize(300).startsWith("clear", "frozen", "tuned");
  }

  @Test
  void whatIsAskedForIsMadeWhateverWasSpentAndSpendsNothingOfOthers() {
    Certificates certificates = certificates(0);
    for (int i = 0; i < 5; i++) {
      assertThat(
              certificates
                  .certify(federation, outcome, CertificateMode.FULL, DECODE)
                  .summary()
                  .certified())
          .isTrue();
    }
    CertificateSummary sampled =
        certificates.certify(federation, outcome, CertificateMode.SAMPLED, DECODE).summary();
    assertThat(sampled.reason()).isEqualTo(Reason.OVER_ALLOWANCE);
    assertThat(meters.get("glassbox.certificate.share").gauge().value()).isZero();
  }

  @Test
  void aSampledAnswerGoesOutThoughThereIsNoPlaceForItsCertificate() {
    Federation crowded =
        new Federation(federation.spec(), federation.tokenizer(), places, "test", 1);
    Certificates certificates = certificates(1);
    try (Admission.Permit _ = places.enter()) {
      CertificateSummary summary =
          certificates.certify(crowded, outcome, CertificateMode.SAMPLED, DECODE).summary();
      assertThat(summary.reason()).isEqualTo(Reason.BUSY);
    }
    assertThat(meters.get("glassbox.certificate.coverage").gauge().value()).isZero();
    assertThat(
            certificates
                .certify(crowded, outcome, CertificateMode.SAMPLED, DECODE)
                .summary()
                .certified())
        .isTrue();
  }
}

package glassbox.engine.federation;

import static glassbox.engine.federation.Certifying.BASE;
import static glassbox.engine.federation.Certifying.OTHER;
import static glassbox.engine.federation.Certifying.block;
import static glassbox.engine.federation.Certifying.content;
import static glassbox.engine.federation.Certifying.federation;
import static glassbox.engine.federation.Certifying.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import glassbox.engine.decoder.DecoderOptions;
import glassbox.ledger.block.BlockContent;
import glassbox.ledger.block.Combination;
import glassbox.ledger.block.Routing;
import glassbox.ledger.block.SpecialistRef;
import glassbox.ledger.block.TokenBlock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where there is no certificate, and why. */
class CertifyRefusalsTest {
  @TempDir static Path folder;
  private static TinyFederation fast;

  @BeforeAll
  static void load() throws IOException {
    fast = TinyFederation.legible(folder, BASE, OTHER, DecoderOptions.defaults());
  }

  @AfterAll
  static void close() {
    fast.close();
  }

  @Test
  void anOpaqueSpecialistLeavesNoTwin(@TempDir Path other) throws IOException {
    try (TinyFederation partly =
        TinyFederation.legible(other, null, OTHER, DecoderOptions.defaults())) {
      Federation federation = partly.federation();
      TokenBlock block = block(federation);
      assertThat(federation.opaque()).containsExactly("general", "user");
      assertThat(federation.calibratedDelta()).isEmpty();
      assertThat(federation.certify(block))
          .isEqualTo(new Certification.Opaque(List.of("general", "user")));
      assertThatExceptionOfType(FederationException.Unfit.class)
          .isThrownBy(
              () -> federation.generate(plan(3).routed(Routing.LEGIBLE), TokenListener.SILENT))
          .withMessageContaining("general, user");
      Federation legible = partly.federation(Combination.Mixture.uniform(1), partly.domain());
      assertThat(legible.certify(block(legible))).isInstanceOf(Certification.Certified.class);
    }
  }

  @Test
  void refusesWhatItCannotSpeakFor() {
    Federation federation = fast.federation();
    TokenBlock block = block(federation);
    assertThatExceptionOfType(FederationException.Unfit.class)
        .isThrownBy(() -> federation.certify(block.withoutContent()))
        .withMessageContaining("token ids");
    List<SpecialistRef> refs = new ArrayList<>(block.specialists());
    refs.set(1, new SpecialistRef("domain", "d".repeat(64)));
    TokenBlock other =
        new TokenBlock(
            block.runId(),
            0,
            refs,
            block.combination(),
            block.sampler(),
            block.execution(),
            block.content(),
            block.tokens());
    assertThatExceptionOfType(FederationException.Unfit.class)
        .isThrownBy(() -> federation.certify(other))
        .withMessageContaining("another domain");
    List<Integer> prompt = content(block).promptIds();
    TokenBlock empty =
        new TokenBlock(
            block.runId(),
            0,
            block.specialists(),
            block.combination(),
            block.sampler(),
            block.execution(),
            BlockContent.unsalted(prompt, List.of()),
            List.of());
    assertThat(federation.certify(empty)).isEqualTo(new Certification.Empty());
  }

  @Test
  void takesAPlaceLikeAnyPass() {
    TokenBlock block = block(fast.federation());
    try (Admission.Permit taken = fast.admission.enter()) {
      assertThatExceptionOfType(FederationException.Busy.class)
          .isThrownBy(() -> fast.federation().certify(block));
    }
    assertThat(fast.admission.inFlight()).isZero();
  }
}

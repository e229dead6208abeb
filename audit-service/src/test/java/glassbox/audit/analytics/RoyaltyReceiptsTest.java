package glassbox.audit.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.audit.AuditClient;
import glassbox.audit.AuditTest;
import glassbox.audit.Owner;
import glassbox.contracts.analytics.RoyaltyPart;
import glassbox.contracts.analytics.RoyaltyPublicKey;
import glassbox.contracts.analytics.RoyaltyReceipt;
import glassbox.contracts.analytics.RoyaltyReceiptBatch;
import glassbox.contracts.analytics.RoyaltyRequest;
import glassbox.contracts.analytics.RoyaltyVerdict.Outcome;
import glassbox.ledger.royalty.RoyaltyKey;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Receipts: issued once, kept for ever, and judged. */
@AuditTest
class RoyaltyReceiptsTest {
  @LocalServerPort private int port;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private FlywayConnectionDetails owner;
  private RoyaltyClient royalties;

  @BeforeEach
  void recordARun() {
    royalties = new RoyaltyClient(port);
  }

  @Test
  void issuesAReceiptOnceAndItVerifies() {
    RoyaltyRequest request = new RoyaltyRequest(royalties.runId, "invoice-1", 1999, "EUR");
    AuditClient.Answer first = royalties.issue(request);
    assertThat(first.status()).isEqualTo(201);
    RoyaltyReceipt receipt = first.as(RoyaltyReceipt.class);
    assertThat(receipt.recordHash()).isEqualTo(royalties.recordHash);
    assertThat(RoyaltyClient.sum(receipt.parts())).isEqualTo(1999);
    assertThat(receipt.keyId())
        .isEqualTo(
            royalties.audit.get(RoyaltyClient.PATH + "/key").as(RoyaltyPublicKey.class).keyId());

    AuditClient.Answer second = royalties.issue(request);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.as(RoyaltyReceipt.class)).isEqualTo(receipt);
    assertThat(royalties.verify(receipt)).containsExactly(Outcome.VALID);
    assertThat(
            royalties
                .issue(new RoyaltyRequest(royalties.runId, "invoice-1", 2000, "EUR"))
                .problem())
        .isEqualTo("urn:glassbox:problem:royalty-fee-taken");
    assertThat(
            royalties
                .issue(new RoyaltyRequest(royalties.runId, "invoice-1", 1999, "USD"))
                .problem())
        .isEqualTo("urn:glassbox:problem:royalty-fee-taken");
  }

  @ParameterizedTest
  @CsvSource({
    "0,EUR,f",
    "-5,EUR,f",
    "9007199254740992,EUR,f",
    "5,eur,f",
    "5,EUR,in voice",
    "5,EUR,''"
  })
  void refusesReceiptsForFeesThatAreNone(long fee, String currency, String feeId) {
    AuditClient.Answer answer =
        royalties.issue(new RoyaltyRequest(royalties.runId, feeId, fee, currency));
    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void refusesForgedReceipts() {
    RoyaltyReceipt real = royalties.issued("a");
    RoyaltyReceipt other = royalties.issued("b");
    List<RoyaltyPart> shifted = new ArrayList<>(real.parts());
    RoyaltyPart part = shifted.getFirst();
    shifted.set(
        0, new RoyaltyPart(part.specialist(), part.weight(), part.trainer() + 1, part.host() - 1));
    List<RoyaltyReceipt> forged =
        List.of(
            Forged.with(real, real.fee(), shifted, real.signature()),
            Forged.with(real, real.fee() + 1, real.parts(), real.signature()),
            Forged.with(real, real.fee(), real.parts(), other.signature()),
            Forged.with(real, real.fee(), real.parts(), "not base64"),
            Forged.with(real, real.fee(), real.parts(), ""),
            Forged.signedBy(RoyaltyKey.generate(new SecureRandom()), real));
    assertThat(royalties.verify(forged.toArray(RoyaltyReceipt[]::new)))
        .containsOnly(Outcome.FORGED);
  }

  @Test
  void refusesDuplicatesAndWhatWasNeverIssued() {
    RoyaltyReceipt a = royalties.issued("a");
    RoyaltyReceipt b = royalties.issued("b");
    assertThat(royalties.verify(a, b, a, b))
        .containsExactly(Outcome.VALID, Outcome.VALID, Outcome.DUPLICATE, Outcome.DUPLICATE);

    RoyaltyKey ours =
        RoyaltyKeyFile.open(Path.of("target/royalty/signing.key"), new SecureRandom());
    RoyaltyReceipt neverEntered =
        Forged.signedBy(
            ours,
            new RoyaltyReceipt(
                a.runId(),
                a.recordHash(),
                "c",
                a.fee(),
                a.currency(),
                a.issuedAt(),
                a.parts(),
                "",
                ""));
    assertThat(royalties.verify(neverEntered)).containsExactly(Outcome.NOT_ISSUED);
    royalties.tenant = "another";
    assertThat(royalties.verify(a)).as("another tenant's").containsExactly(Outcome.NOT_ISSUED);
  }

  @Test
  void keepsReceiptsForEver() {
    royalties.issued("a");
    for (String statement :
        List.of(
            "update royalty_receipts set fee = 1",
            "delete from royalty_receipts",
            "truncate royalty_receipts")) {
      assertThatThrownBy(() -> jdbc.execute(statement))
          .rootCause()
          .hasMessageContaining("permission denied");
      try (Owner superuser = Owner.of(owner)) {
        assertThatThrownBy(() -> superuser.jdbc().execute(statement))
            .rootCause()
            .hasMessageContaining("insert-only");
      }
    }
  }

  @Test
  void refusesBatchesOfNothingAndOfTooMuch() {
    assertThat(
            royalties
                .audit
                .postJson(royalties.verifyPath(), new RoyaltyReceiptBatch(List.of()))
                .status())
        .isEqualTo(400);
    RoyaltyReceipt receipt = royalties.issued("a");
    List<RoyaltyReceipt> many = Collections.nCopies(101, receipt);
    assertThat(
            royalties
                .audit
                .postJson(royalties.verifyPath(), new RoyaltyReceiptBatch(many))
                .status())
        .isEqualTo(400);
  }
}

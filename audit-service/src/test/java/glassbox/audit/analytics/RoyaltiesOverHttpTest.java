package glassbox.audit.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import glassbox.audit.AuditClient;
import glassbox.audit.AuditTest;
import glassbox.audit.Owner;
import glassbox.audit.Samples;
import glassbox.contracts.analytics.RoyaltyPart;
import glassbox.contracts.analytics.RoyaltyPublicKey;
import glassbox.contracts.analytics.RoyaltyReceipt;
import glassbox.contracts.analytics.RoyaltyReceiptBatch;
import glassbox.contracts.analytics.RoyaltyRequest;
import glassbox.contracts.analytics.RoyaltyStatement;
import glassbox.contracts.analytics.RoyaltyVerdict;
import glassbox.contracts.analytics.RoyaltyVerdict.Outcome;
import glassbox.contracts.analytics.RoyaltyVerdicts;
import glassbox.contracts.run.RunReceipt;
import glassbox.ledger.block.TokenBlock;
import glassbox.ledger.royalty.RoyaltyKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@AuditTest
class RoyaltiesOverHttpTest {
  private static final String PATH = "/v1/analytics/royalties";

  @LocalServerPort private int port;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private FlywayConnectionDetails owner;
  private AuditClient audit;
  private String tenant;
  private UUID runId;
  private String recordHash;

  @BeforeEach
  void recordARun() {
    audit = new AuditClient(port);
    tenant = "r-" + UUID.randomUUID();
    recordHash = record(runId = UUID.randomUUID());
  }

  private String record(UUID id) {
    TokenBlock block = Samples.block(id, 0, 12);
    audit.postBlock(Samples.bytes(block));
    return audit
        .postJson("/v1/runs", Samples.run(tenant, List.of(block)))
        .as(RunReceipt.class)
        .recordHash();
  }

  @Test
  void splitsAFeeByTheSharesOfARun() {
    Random random = new Random(7);
    for (int i = 0; i < 50; i++) {
      long fee = 1 + random.nextLong(9_007_199_254_740_991L);
      RoyaltyStatement statement =
          audit.get(query(fee, "&run=" + runId)).as(RoyaltyStatement.class);
      assertThat(sum(statement.parts())).isEqualTo(fee);
      assertThat(statement.recordHash()).isEqualTo(recordHash);
      assertThat(statement.parts())
          .extracting(RoyaltyPart::specialist)
          .containsExactly("finance", "general");
    }
  }

  @Test
  void splitsAFeeByTheSharesOfAPeriod() {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> audit.get(query(100, "&from=2026-11-01&to=2026-11-01")).status() == 200);
    RoyaltyStatement statement =
        audit.get(query(99_999, "&from=2026-11-01&to=2026-11-01")).as(RoyaltyStatement.class);
    assertThat(sum(statement.parts())).isEqualTo(99_999);
    assertThat(statement.runId()).isNull();
    assertThat(statement.trainerPercent()).isEqualTo(30);
    RoyaltyStatement ofRun = audit.get(query(99_999, "&run=" + runId)).as(RoyaltyStatement.class);
    for (int i = 0; i < 2; i++) {
      assertThat(statement.parts().get(i).host())
          .as("the only run of the period")
          .isCloseTo(ofRun.parts().get(i).host(), Offset.offset(2L));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fee=0&currency=EUR",
        "fee=-1&currency=EUR",
        "fee=9007199254740992&currency=EUR",
        "fee=1.5&currency=EUR",
        "fee=1&currency=euro",
        "currency=EUR",
        "fee=1&currency=EUR&run=019aab10-4c00-7000-8000-000000000001&from=2026-11-01",
      })
  void refusesFeesThatAreNone(String fee) {
    AuditClient.Answer answer = audit.get(PATH + "?tenant=" + tenant + "&" + fee);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("urn:glassbox:problem:invalid-request");
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
    AuditClient.Answer answer = issue(new RoyaltyRequest(runId, feeId, fee, currency));
    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void answersWhereThereIsNothingToSplitBy() {
    assertThat(audit.get(query(1, "&run=" + UUID.randomUUID())).problem())
        .isEqualTo("urn:glassbox:problem:run-not-found");
    assertThat(audit.get(query(1, "&from=2020-01-01&to=2020-01-02")).problem())
        .isEqualTo("urn:glassbox:problem:royalty-without-shares");
    UUID empty = UUID.randomUUID();
    RunRows rows = new RunRows(jdbc);
    rows.add(
        empty,
        new RunRows.Row(
            tenant,
            "demo",
            Samples.STARTED,
            "UNGATED",
            0,
            0,
            Double.NaN,
            Double.NaN,
            List.of(new RunRows.Part("a", 0, 0, 0))));
    rows.write();
    assertThat(issue(new RoyaltyRequest(empty, "f", 1, "EUR")).problem())
        .isEqualTo("urn:glassbox:problem:royalty-without-shares");
  }

  @Test
  void issuesAReceiptOnceAndItVerifies() {
    RoyaltyRequest request = new RoyaltyRequest(runId, "invoice-1", 1999, "EUR");
    AuditClient.Answer first = issue(request);
    assertThat(first.status()).isEqualTo(201);
    RoyaltyReceipt receipt = first.as(RoyaltyReceipt.class);
    assertThat(receipt.recordHash()).isEqualTo(recordHash);
    assertThat(sum(receipt.parts())).isEqualTo(1999);
    assertThat(receipt.keyId())
        .isEqualTo(audit.get(PATH + "/key").as(RoyaltyPublicKey.class).keyId());

    AuditClient.Answer second = issue(request);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.as(RoyaltyReceipt.class)).isEqualTo(receipt);
    assertThat(verify(receipt)).containsExactly(Outcome.VALID);
    assertThat(issue(new RoyaltyRequest(runId, "invoice-1", 2000, "EUR")).problem())
        .isEqualTo("urn:glassbox:problem:royalty-fee-taken");
    assertThat(issue(new RoyaltyRequest(runId, "invoice-1", 1999, "USD")).problem())
        .isEqualTo("urn:glassbox:problem:royalty-fee-taken");
  }

  @Test
  void refusesForgedReceipts() {
    RoyaltyReceipt real = issued("a");
    RoyaltyReceipt other = issued("b");
    List<RoyaltyPart> shifted = new ArrayList<>(real.parts());
    RoyaltyPart part = shifted.getFirst();
    shifted.set(
        0, new RoyaltyPart(part.specialist(), part.weight(), part.trainer() + 1, part.host() - 1));
    List<RoyaltyReceipt> forged =
        List.of(
            with(real, real.fee(), shifted, real.signature()),
            with(real, real.fee() + 1, real.parts(), real.signature()),
            with(real, real.fee(), real.parts(), other.signature()),
            with(real, real.fee(), real.parts(), "not base64"),
            with(real, real.fee(), real.parts(), ""),
            signedBy(RoyaltyKey.generate(new SecureRandom()), real));
    assertThat(verify(forged.toArray(RoyaltyReceipt[]::new))).containsOnly(Outcome.FORGED);
  }

  @Test
  void refusesDuplicatesAndWhatWasNeverIssued() {
    RoyaltyReceipt a = issued("a");
    RoyaltyReceipt b = issued("b");
    assertThat(verify(a, b, a, b))
        .containsExactly(Outcome.VALID, Outcome.VALID, Outcome.DUPLICATE, Outcome.DUPLICATE);

    RoyaltyKey ours =
        RoyaltyKeyFile.open(Path.of("target/royalty/signing.key"), new SecureRandom());
    RoyaltyReceipt neverEntered =
        signedBy(
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
    assertThat(verify(neverEntered)).containsExactly(Outcome.NOT_ISSUED);
    tenant = "another";
    assertThat(verify(a)).as("another tenant's").containsExactly(Outcome.NOT_ISSUED);
  }

  @Test
  void keepsReceiptsForEver() {
    issued("a");
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
    assertThat(audit.postJson(verifyPath(), new RoyaltyReceiptBatch(List.of())).status())
        .isEqualTo(400);
    RoyaltyReceipt receipt = issued("a");
    List<RoyaltyReceipt> many = Collections.nCopies(101, receipt);
    assertThat(audit.postJson(verifyPath(), new RoyaltyReceiptBatch(many)).status()).isEqualTo(400);
  }

  @Test
  void makesItsKeyOnceForItsOwnerOnly() throws Exception {
    Path file = Files.createTempDirectory(Path.of("target"), "key").resolve("sub/signing.key");
    RoyaltyKey made = RoyaltyKeyFile.open(file, new SecureRandom());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(RoyaltyKeyFile.open(file, new SecureRandom()).verifier().id())
        .isEqualTo(made.verifier().id());
    try (var files = Files.list(file.resolveSibling(""))) {
      assertThat(files).containsExactly(file);
    }
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> RoyaltyKeyFile.open(file, new SecureRandom()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("chmod 600");
  }

  private RoyaltyReceipt issued(String feeId) {
    return issue(new RoyaltyRequest(runId, feeId, 1999, "EUR")).as(RoyaltyReceipt.class);
  }

  private AuditClient.Answer issue(RoyaltyRequest request) {
    return audit.postJson(PATH + "/receipts?tenant=" + tenant, request);
  }

  private List<Outcome> verify(RoyaltyReceipt... receipts) {
    return audit
        .postJson(verifyPath(), new RoyaltyReceiptBatch(List.of(receipts)))
        .as(RoyaltyVerdicts.class)
        .verdicts()
        .stream()
        .map(RoyaltyVerdict::outcome)
        .toList();
  }

  private String verifyPath() {
    return PATH + "/receipts/verify?tenant=" + tenant;
  }

  private String query(long fee, String rest) {
    return PATH + "?tenant=" + tenant + "&fee=" + fee + "&currency=EUR" + rest;
  }

  private static RoyaltyReceipt with(
      RoyaltyReceipt r, long fee, List<RoyaltyPart> parts, String signature) {
    return new RoyaltyReceipt(
        r.runId(),
        r.recordHash(),
        r.feeId(),
        fee,
        r.currency(),
        r.issuedAt(),
        parts,
        r.keyId(),
        signature);
  }

  private static RoyaltyReceipt signedBy(RoyaltyKey key, RoyaltyReceipt r) {
    var stated =
        new glassbox.ledger.royalty.RoyaltyReceipt(
            r.runId(),
            r.recordHash(),
            r.feeId(),
            r.fee(),
            r.currency(),
            r.issuedAt(),
            r.parts().stream()
                .map(
                    p ->
                        new glassbox.ledger.royalty.RoyaltyPart(
                            p.specialist(), p.weight(), p.trainer(), p.host()))
                .toList());
    return new RoyaltyReceipt(
        r.runId(),
        r.recordHash(),
        r.feeId(),
        r.fee(),
        r.currency(),
        r.issuedAt(),
        r.parts(),
        key.verifier().id(),
        Base64.getEncoder().encodeToString(key.sign(stated)));
  }

  private static long sum(List<RoyaltyPart> parts) {
    return parts.stream().mapToLong(p -> p.trainer() + p.host()).sum();
  }
}

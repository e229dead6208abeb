package glassbox.audit.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import glassbox.audit.AuditClient;
import glassbox.audit.AuditTest;
import glassbox.audit.Samples;
import glassbox.contracts.run.RunProof;
import glassbox.ledger.block.TokenBlock;
import glassbox.ledger.checkpoint.CheckpointVerifier;
import glassbox.ledger.checkpoint.LogKeys;
import glassbox.ledger.checkpoint.VerifiedCheckpoint;
import glassbox.ledger.checkpoint.WitnessPolicy;
import glassbox.ledger.log.LogVerdict;
import glassbox.ledger.log.LogVerifier;
import glassbox.ledger.merkle.ConsistencyProof;
import glassbox.ledger.merkle.Hash;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** This release on the store of an earlier one. */
@AuditTest
class UpgradeTest {
  private static final String DAYS = "&from=2026-07-01&to=2026-11-30";

  @TempDir Path home;
  @Autowired private FlywayConnectionDetails owner;
  @Autowired private JdbcConnectionDetails writer;
  private EarlierRelease release;

  @BeforeEach
  void restore() {
    release = EarlierRelease.restore(home, owner, writer);
  }

  @Test
  void goesOnWithEverythingThatTheEarlierReleaseRecorded() throws Exception {
    try (ConfigurableApplicationContext service = release.start()) {
      AuditClient audit = client(service);
      for (String[] run : EarlierRelease.runs()) {
        assertReads(audit, run[0], run[1]);
      }
      assertReports(audit);
      assertReceipts(audit);
      assertMonths(service.getBean(JdbcTemplate.class));
      assertErasuresEnterTheLog(audit, service.getBean(JdbcTemplate.class));
      assertRecordsMore(audit);
      assertThat(audit.postJson("/v1/log/verifications", "{}").json().path("findings")).isEmpty();
    }
    try (ConfigurableApplicationContext again = release.start()) {
      assertThat(client(again).get("/actuator/health/integrity").status()).isEqualTo(200);
    }
  }

  private static AuditClient client(ConfigurableApplicationContext service) {
    return new AuditClient(
        service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
  }

  private void assertReads(AuditClient audit, String tenant, String run) throws Exception {
    String path = "/v1/runs/" + run;
    assertThatNothingChanged(
        EarlierRelease.answer("run-" + run), audit.get(path + "?tenant=" + tenant).json());
    if (EarlierRelease.hasAnswer("tokens-" + run)) {
      assertThatNothingChanged(
          EarlierRelease.answer("tokens-" + run),
          audit.get(path + "/tokens?tenant=" + tenant).json());
    }
    RunProof old =
        AuditClient.JSON.treeToValue(EarlierRelease.answer("proof-" + run), RunProof.class);
    VerifiedCheckpoint before = verified(old.checkpoint());
    RunProof proof =
        audit
            .get(path + "/proof?tenant=" + tenant + "&from=" + before.head().size())
            .as(RunProof.class);
    assertThat(proof.index()).isEqualTo(old.index());
    assertThat(proof.entry()).isEqualTo(old.entry());
    VerifiedCheckpoint now = verified(proof.checkpoint());
    List<Hash> growth = proof.consistency().stream().map(Hash::ofHex).toList();
    assertThat(
            LogVerifier.consistency(
                before, now, new ConsistencyProof(before.head().size(), now.head().size(), growth)))
        .isEqualTo(new LogVerdict.Accepted());
  }

  private VerifiedCheckpoint verified(String checkpoint) throws Exception {
    LogKeys keys = LogKeys.parse(Files.readString(home.resolve("log-verifier.pub")));
    return new CheckpointVerifier("glassbox.local/log", keys, WitnessPolicy.NONE)
        .verify(checkpoint.getBytes(StandardCharsets.UTF_8));
  }

  /** Every member that the earlier release gave has the same value; there may be more. */
  private static void assertThatNothingChanged(JsonNode old, JsonNode now) {
    if (old.isObject()) {
      old.properties()
          .forEach(
              member -> {
                assertThat(now.has(member.getKey())).as("%s in %s", member.getKey(), now).isTrue();
                assertThatNothingChanged(member.getValue(), now.path(member.getKey()));
              });
    } else if (old.isArray()) {
      assertThat(now.size()).isEqualTo(old.size());
      for (int i = 0; i < old.size(); i++) {
        assertThatNothingChanged(old.path(i), now.path(i));
      }
    } else {
      assertThat(now).isEqualTo(old);
    }
  }

  private static void assertReports(AuditClient audit) {
    for (String report : List.of("specialists", "quality", "reconciliation")) {
      assertThatNothingChanged(
          EarlierRelease.answer(report),
          audit.get("/v1/analytics/" + report + "?tenant=acme" + DAYS).json());
    }
  }

  private static void assertReceipts(AuditClient audit) {
    for (String name : List.of("receipt-0", "receipt-2")) {
      JsonNode verdicts =
          audit
              .postJson(
                  "/v1/analytics/royalties/receipts/verify?tenant=acme",
                  "{\"receipts\":[" + EarlierRelease.answer(name) + "]}")
              .json();
      assertThat(verdicts.at("/verdicts/0/outcome").asString()).isEqualTo("valid");
    }
  }

  private static void assertMonths(JdbcTemplate jdbc) {
    assertThat(
            jdbc.queryForList(
                "select tableoid::regclass || ' ' || count(*) from runs group by tableoid",
                String.class))
        .containsExactlyInAnyOrder(
            "runs_2026_07 1",
            "runs_2026_08 6",
            "runs_2026_09 2",
            "runs_2026_10 2",
            "runs_2026_11 2",
            "runs_undated 1");
    for (String table : List.of("runs", "blocks", "log_entries", "log_checkpoints", "erasures")) {
      assertThat(
              jdbc.queryForObject(
                  "select count(*) from " + table + " where seal is null", Long.class))
          .as(table)
          .isZero();
    }
  }

  private static void assertErasuresEnterTheLog(AuditClient audit, JdbcTemplate jdbc) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                Long.valueOf(2)
                    .equals(
                        jdbc.queryForObject(
                            "select count(*) from log_entries where kind = 'ERASURE'",
                            Long.class)));
    assertThat(audit.get("/v1/log/checkpoint").status()).isEqualTo(200);
  }

  private static void assertRecordsMore(AuditClient audit) {
    TokenBlock block = Samples.block(UUID.randomUUID(), 0, 3);
    assertThat(audit.postBlock(Samples.bytes(block)).status()).isEqualTo(201);
    assertThat(audit.postJson("/v1/runs", Samples.run("acme", List.of(block))).status())
        .isEqualTo(201);
  }

  @Test
  void goesOverToNewMasterAndRoyaltyKeys() throws Exception {
    release.start().close();
    Path old = home.resolve("audit-master.old");
    Files.move(home.resolve("audit-master.key"), old);
    Files.move(home.resolve("royalty-signing.key"), home.resolve("royalty-signing.old"));
    try (ConfigurableApplicationContext service =
        release.start("--glassbox.audit.old-master-key-file=" + old)) {
      await().atMost(Duration.ofSeconds(30)).until(() -> !Files.exists(old));
      assertReceipts(client(service));
    }
    try (ConfigurableApplicationContext service = release.start()) {
      AuditClient audit = client(service);
      for (String[] run : EarlierRelease.runs()) {
        assertReads(audit, run[0], run[1]);
      }
      assertReceipts(audit);
      String fresh =
          "{\"run_id\":\"%s\",\"fee_id\":\"new\",\"fee\":5,\"currency\":\"EUR\"}"
              .formatted(EarlierRelease.runs().getFirst()[1]);
      JsonNode receipt =
          audit.postJson("/v1/analytics/royalties/receipts?tenant=acme", fresh).json();
      assertThat(receipt.path("key_id"))
          .isNotEqualTo(EarlierRelease.answer("receipt-0").path("key_id"));
      assertThat(audit.postJson("/v1/log/verifications", "{}").json().path("findings")).isEmpty();
    }
  }

  @Test
  void sealsNothingThatWasChangedBefore() {
    release.sql(
        "set session_replication_role = replica;"
            + " update blocks set max_residual = max_residual + 1e-4"
            + " where hash = (select min(hash) from blocks)");
    assertThatThrownBy(() -> release.start().close())
        .rootCause()
        .hasMessageContaining("is not as it was recorded");
  }

  @Test
  void doesNotStartWithoutTheKeysOfTheEarlierRelease() throws Exception {
    Files.delete(home.resolve("audit-master.key"));
    assertThatThrownBy(() -> release.start().close())
        .rootCause()
        .hasMessageContaining("the master key of this database is not at");
    assertThat(home.resolve("audit-master.key")).doesNotExist();
  }
}

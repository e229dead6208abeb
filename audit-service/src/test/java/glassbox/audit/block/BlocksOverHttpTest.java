package glassbox.audit.block;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.audit.AuditClient;
import glassbox.audit.AuditTest;
import glassbox.audit.Samples;
import glassbox.contracts.generation.ReconciliationSummary;
import glassbox.contracts.run.BlockReceipt;
import glassbox.ledger.block.BlockHash;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@AuditTest
class BlocksOverHttpTest {
  @LocalServerPort private int port;
  private AuditClient audit;

  @BeforeEach
  void connect() {
    audit = new AuditClient(port);
  }

  @Test
  void recordsABlockOnceAndGivesItsBytesBack() {
    UUID runId = UUID.randomUUID();
    byte[] bytes = Samples.bytes(Samples.block(runId, 3, 20));

    AuditClient.Answer first = audit.postBlock(bytes);
    assertThat(first.status()).isEqualTo(201);
    BlockReceipt receipt = first.as(BlockReceipt.class);
    assertThat(receipt.hash()).isEqualTo(BlockHash.of(bytes));
    assertThat(receipt.runId()).isEqualTo(runId);
    assertThat(receipt.pass()).isEqualTo(3);
    assertThat(receipt.tokens()).isEqualTo(20);
    assertThat(receipt.reconciliation().level()).isEqualTo(ReconciliationSummary.Level.STRICT);
    assertThat(receipt.reconciliation().maxResidual()).isLessThan(1e-9);

    AuditClient.Answer second = audit.postBlock(bytes);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.as(BlockReceipt.class)).isEqualTo(receipt);

    AuditClient.Answer read = audit.get("/v1/blocks/" + receipt.hash() + "?run=" + runId);
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.contentType()).startsWith("application/octet-stream");
    assertThat(read.body()).isEqualTo(bytes);
  }

  @Test
  void refusesBytesThatAreNotABlock() {
    byte[] random = new byte[300];
    new Random(7).nextBytes(random);
    byte[] block = Samples.bytes(Samples.block(UUID.randomUUID(), 0, 5));
    for (byte[] bytes : new byte[][] {random, Arrays.copyOf(block, block.length - 1)}) {
      AuditClient.Answer answer = audit.postBlock(bytes);
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.problem()).isEqualTo("urn:glassbox:problem:malformed-block");
      assertThat(answer.contentType()).startsWith("application/problem+json");
    }
  }

  @Test
  void acceptsWhatIsLenientAndRefusesFromTheBarOn() {
    UUID runId = UUID.randomUUID();
    AuditClient.Answer lenient = audit.postBlock(Samples.bytes(Samples.block(runId, 0, 5, 9e-4)));
    assertThat(lenient.as(BlockReceipt.class).reconciliation().level())
        .isEqualTo(ReconciliationSummary.Level.LENIENT);

    byte[] bad = Samples.bytes(Samples.block(runId, 1, 5, 1.1e-3));
    AuditClient.Answer refused = audit.postBlock(bad);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.problem()).isEqualTo("urn:glassbox:problem:reconciliation-failed");
    assertThat(refused.json().path("max_residual").asDouble()).isBetween(1.09e-3, 1.11e-3);
    assertThat(audit.get("/v1/blocks/" + BlockHash.of(bad) + "?run=" + runId).status())
        .isEqualTo(404);
    acknowledgeAll();
  }

  @Test
  void answersWrongRequestsWithProblems() {
    String run = "?run=" + UUID.randomUUID();
    assertThat(audit.get("/v1/blocks/" + "0".repeat(64) + run).problem())
        .isEqualTo("urn:glassbox:problem:block-not-found");
    assertThat(audit.get("/v1/blocks/xyz" + run).status()).isEqualTo(400);
    assertThat(audit.get("/v1/blocks/" + "0".repeat(64)).status()).isEqualTo(400);
    assertThat(audit.postJson("/v1/blocks", "{}").status()).isEqualTo(415);
    assertThat(audit.postBlock(new byte[18_000_000]).status()).isEqualTo(413);
    HttpRequest.Builder noToken =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/blocks"))
            .header("Content-Type", "application/octet-stream")
            .POST(BodyPublishers.ofByteArray(new byte[1]));
    assertThat(audit.send(noToken).problem())
        .isEqualTo("urn:glassbox:problem:service-token-required");
  }

  private void acknowledgeAll() {
    audit
        .get("/v1/alarms")
        .json()
        .path("alarms")
        .forEach(
            alarm ->
                audit.postJson("/v1/alarms/" + alarm.path("id").asString() + "/acknowledge", "{}"));
  }
}

package glassbox.inference.record;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.inference.FreshHouse;
import glassbox.inference.InferenceTest;
import glassbox.inference.Requests;
import glassbox.ledger.attribution.Reconciliation;
import glassbox.ledger.block.BlockCodec;
import glassbox.ledger.block.BlockContent;
import glassbox.ledger.block.BlockHash;
import glassbox.ledger.block.TokenBlock;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What becomes of a block when audit is there, away, or refuses it. */
class RecordingTest extends InferenceTest {
  @Test
  void leavesContentOutOfTheBlockWhereItIsNotKept() {
    String body = Requests.generation("what is it?");
    JsonNode kept = ok(client().post("/v1/generations", body));
    byte[] whole = AUDIT.block();
    AUDIT.forget();
    String not = body.replace("\"keep_content\": true", "\"keep_content\": false");
    JsonNode answer = ok(client().post("/v1/generations", not));
    assertThat(answer.path("tokens")).isEqualTo(kept.path("tokens"));
    byte[] sent = AUDIT.block();
    assertThat(BlockHash.of(sent))
        .isEqualTo(answer.at("/block/hash").asString())
        .isNotEqualTo(BlockHash.of(whole));
    assertThat(BlockCodec.contentOf(sent)).isEmpty();
    TokenBlock block = BlockCodec.decode(sent);
    assertThat(block.tokens()).isEqualTo(BlockCodec.decode(whole).tokens());
    assertThat(Reconciliation.of(block).max()).isLessThan(1e-9);
    String base64 = Base64.getEncoder().encodeToString(sent);
    String replay = "{\"federation\": \"demo\", \"block\": \"%s\"}".formatted(base64);
    problem(client().post("/v1/replays", replay), 409, "content-not-kept");
  }

  @Test
  void saltsEveryBlockAnew() {
    String body = Requests.generation("what is it?");
    ok(client().post("/v1/generations", body));
    String first = salt(AUDIT.block());
    AUDIT.forget();
    ok(client().post("/v1/generations", body));
    assertThat(salt(AUDIT.block())).isNotEqualTo(first).isNotEqualTo("00".repeat(32));
  }

  private static String salt(byte[] block) {
    return ((BlockContent.Kept) BlockCodec.decode(block).content()).salt();
  }

  @Test
  void answersWaitOnDiskWhileAuditIsAwayAndAreSentWhenItIsBack() throws Exception {
    AUDIT.answers(503);
    JsonNode first = ok(client().post("/v1/generations", Requests.generation("one")));
    JsonNode second = ok(client().post("/v1/generations", Requests.generation("two")));
    assertThat(first.at("/block/state").asString()).isEqualTo("pending");
    assertThat(second.at("/block/state").asString()).isEqualTo("pending");
    AUDIT.answers(201);
    awaitSent(2);
    assertThat(AUDIT.taken())
        .containsExactly(first.at("/block/hash").asString(), second.at("/block/hash").asString());
    JsonNode third = ok(client().post("/v1/generations", Requests.generation("three")));
    assertThat(third.at("/block/state").asString()).isEqualTo("committed");
  }

  /** Waits for the replay's schedule; gives up after 20 s. */
  private static void awaitSent(int count) throws InterruptedException {
    long deadline = System.nanoTime() + 20_000_000_000L;
    Object monitor = new Object();
    synchronized (monitor) {
      while (waiting() || AUDIT.count() < count) {
        assertThat(System.nanoTime()).isLessThan(deadline);
        monitor.wait(20);
      }
    }
  }

  private static boolean waiting() {
    String[] files = FreshHouse.SPOOL.toFile().list((_, name) -> name.endsWith(".block"));
    return files == null || files.length > 0;
  }

  @Test
  void answersThatAuditRefusesDoNotGoOut() {
    AUDIT.answers(422);
    JsonNode problem =
        problem(
            client().post("/v1/generations", Requests.generation("hello")), 500, "record-refused");
    assertThat(problem.toString()).doesNotContain("hello");
  }
}

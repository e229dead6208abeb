package glassbox.inference.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import glassbox.inference.InferenceTest;
import glassbox.inference.Requests;
import glassbox.ledger.attribution.Reconciliation;
import glassbox.ledger.block.BlockCodec;
import glassbox.ledger.block.BlockContent;
import glassbox.ledger.block.TokenBlock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Answers that take several passes. */
class ContinuationTest extends InferenceTest {
  private static String body(int pass, String combiner, String continuation) {
    String texts =
        "\"prompt\": \"what? [Answer] 42\"%s, \"continuation\": %s"
            .formatted(combiner, continuation);
    return Requests.generation("demo", texts, Requests.sampling("0.9", "0.95"))
        .replace("\"pass\": 0", "\"pass\": " + pass);
  }

  private static String continuation(List<Integer> prefix, String segments) {
    String ids = prefix.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return "{\"prefix\": [%s], \"segments\": [%s], \"room\": 32}".formatted(ids, segments);
  }

  private static String segment(String marker, int tokens) {
    return "{\"forced\": [{\"marker\": \"%s\"}], \"stop_markers\": [\"[Answer]\"],"
            .formatted(marker)
        + " \"max_new_tokens\": %d}".formatted(tokens);
  }

  private static List<Integer> ids(JsonNode generation) {
    List<Integer> ids = new ArrayList<>();
    generation.path("tokens").forEach(token -> ids.add(token.path("token_id").asInt()));
    return ids;
  }

  @Test
  void aPassTakesUpWhatTheOneBeforeWrote() {
    JsonNode first =
        ok(
            client()
                .post(
                    "/v1/generations",
                    body(
                        0,
                        "",
                        continuation(
                            List.of(), segment("[Given]", 4) + ", " + segment("[Plan]", 3)))));
    assertThat(first.path("segments").size()).isEqualTo(2);
    assertThat(first.at("/tokens/0/token").asString()).isEqualTo("[Given]");
    assertThat(first.at("/tokens/0/forced").asBoolean()).isTrue();
    assertThat(first.at("/segments/0/tokens").asInt() + first.at("/segments/1/tokens").asInt())
        .isEqualTo(first.path("tokens").size());
    TokenBlock block = BlockCodec.decode(AUDIT.block());
    int prompt = ((BlockContent.Kept) block.content()).promptIds().size();
    List<Integer> prefix = ids(first);
    AUDIT.forget();
    String result =
        "{\"forced\": [{\"marker\": \"[Compute]\"}, {\"text\": \"[Answer] 42\"}],"
            + " \"stop_markers\": [], \"max_new_tokens\": 2}";
    JsonNode second =
        ok(client().post("/v1/generations", body(1, "", continuation(prefix, result))));
    byte[] sent = AUDIT.block();
    TokenBlock resumed = BlockCodec.decode(sent);
    BlockContent.Kept content = (BlockContent.Kept) resumed.content();
    assertThat(resumed.pass()).isEqualTo(1);
    assertThat(content.promptIds().subList(prompt, content.promptIds().size())).isEqualTo(prefix);
    assertThat(Reconciliation.of(resumed).max()).isLessThan(1e-9);
    assertThat(second.at("/usage/prompt_tokens").asInt()).isEqualTo(prompt + prefix.size());
    // What looks like a marker in a text is text: more than one token, none of them special.
    int answer = ids(first).contains(11) ? -1 : 11;
    assertThat(second.at("/tokens/1/forced").asBoolean()).isTrue();
    assertThat(ids(second).subList(1, second.path("tokens").size() - 2)).doesNotContain(answer);
    assertThat(second.path("text").asString()).startsWith("[Compute][Answer] 42");
    String replay =
        "{\"federation\": \"demo\", \"block\": \"%s\"}"
            .formatted(Base64.getEncoder().encodeToString(sent));
    assertThat(ok(client().post("/v1/replays", replay)).path("bit_equal").asBoolean()).isTrue();
  }

  @Test
  void whatARuleHasLearnedIsHandedOn() {
    String rule = ", \"combiner\": {\"kind\": \"prefix_updated\", \"weights\": [1, 1, 1]}";
    JsonNode first =
        ok(
            client()
                .post(
                    "/v1/generations",
                    body(0, rule, continuation(List.of(), segment("[Given]", 4)))));
    JsonNode next = first.path("next_combiner");
    assertThat(next.path("kind").asString()).isEqualTo("prefix_updated");
    assertThat(next.at("/weights/0").asDouble()).isNotEqualTo(1 / 3.0);
    JsonNode second =
        ok(
            client()
                .post(
                    "/v1/generations",
                    body(
                        1,
                        ", \"combiner\": " + next,
                        continuation(ids(first), segment("[Plan]", 2)))));
    assertThat(second.at("/tokens/0/per_specialist/0/weight").asDouble())
        .isEqualTo(next.at("/weights/0").asDouble(), within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"prefix\": [99999], \"segments\": [], \"room\": 0}",
        "{\"prefix\": [], \"segments\": [{\"forced\": [{\"marker\": \"a\"}],"
            + " \"stop_markers\": [], \"max_new_tokens\": 1}], \"room\": 8}",
        "{\"prefix\": [], \"segments\": [{\"forced\": [{\"text\": \"\"}],"
            + " \"stop_markers\": [], \"max_new_tokens\": 1}], \"room\": 8}",
        "{\"prefix\": [], \"segments\": [{\"forced\": [{\"marker\": \"[Plan]\","
            + " \"text\": \"b\"}], \"stop_markers\": [], \"max_new_tokens\": 1}], \"room\": 8}",
        "{\"prefix\": [], \"segments\": [{\"forced\": [], \"stop_markers\": [\"the\"],"
            + " \"max_new_tokens\": -1}], \"room\": 8}"
      })
  void continuationsThatCannotWorkAreRefused(String continuation) {
    problem(client().post("/v1/generations", body(0, "", continuation)), 400, "invalid-request");
  }

  @Test
  void countsTokensAndNamesTheSpecialOnes() {
    JsonNode count =
        ok(
            client()
                .post(
                    "/v1/token-counts",
                    "{\"federation\": \"demo\", \"prompt\": \"what?\", \"room\": 8,"
                        + " \"texts\": [\"ab\", \"[Plan]\"]}"));
    assertThat(count.at("/texts/0").asInt()).isEqualTo(2);
    assertThat(count.at("/texts/1").asInt()).isEqualTo(6);
    JsonNode federation = ok(client().get("/v1/specialists")).at("/federations/0");
    assertThat(federation.at("/special_tokens/[Plan]").isInt()).isTrue();
    assertThat(federation.path("scaffold").asBoolean()).isFalse();
  }
}

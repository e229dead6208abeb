package glassbox.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Thousands of malformed bodies, seeded: none gives a 5xx, a stack trace or anything but a problem.
 * {@code -Dfuzz.requests=100000} for the long run.
 */
class FuzzEdgeTest extends EdgeTest {
  private static final int REQUESTS = Integer.getInteger("fuzz.requests", 4_000);
  private static final String SEED_BODY =
      """
      {"model_path":"demo","prompt":"How many grams are 3 kg?","context":"c","session_id":"s",
       "system_prompt_text":"t","explain":false,"explain_mode":"standard",
       "credit_tiers":["gradient"],"top_logprobs":2,"block_audit":false,"budget":100,
       "release":"provisional","combiner":{"kind":"mixture","weights":[1,2]},
       "generation_config":{"max_new_tokens":8,"temperature":0.7,"top_p":0.9,
        "do_sample":true,"seed":13,"stop":["x"]}}\
      """;
  private static final List<String> SHARDS =
      List.of(
          "null",
          "true",
          "0",
          "-0",
          "-1",
          "1e999",
          "1e-999",
          "NaN",
          "1".repeat(2_000),
          "0." + "9".repeat(3_000),
          "\"\"",
          "\"\\ud800\"",
          "\"\\u0000\"",
          "\"../../etc/passwd\"",
          "\"" + "y".repeat(40_000) + "\"",
          "[]",
          "{}",
          "[[[[[[1]]]]]]",
          "[".repeat(600),
          "{\"a\":".repeat(600),
          "\"gated\"",
          "\"😀\"",
          "9223372036854775808",
          "{\"@class\":\"java.lang.Runtime\"}");

  @Test
  void neverFailsOnMalformedBodies() {
    SplittableRandom random = new SplittableRandom(20_261_128);
    Map<Integer, Integer> counts = new TreeMap<>();
    for (int i = 0; i < REQUESTS; i++) {
      byte[] body = mutate(random);
      Answer answer = send(request("/glad/evaluate", KEY).POST(BodyPublishers.ofByteArray(body)));
      counts.merge(answer.status(), 1, Integer::sum);
      check(answer, i, body);
    }
    System.out.println("fuzz: " + REQUESTS + " bodies, by status " + counts);
    assertThat(counts.getOrDefault(400, 0)).isGreaterThan(REQUESTS / 2);
  }

  private static void check(Answer answer, int number, byte[] body) {
    String shown = new String(body, 0, Math.min(300, body.length), StandardCharsets.ISO_8859_1);
    assertThat(answer.status()).as("body %d: %s", number, shown).isBetween(200, 499);
    if (answer.status() != 200) {
      assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
      assertThat(answer.json().path("type").asString()).startsWith("urn:glassbox:problem:");
      assertThat(answer.response().body()).doesNotContain("Exception").doesNotContain("tools.");
    }
  }

  private static byte[] mutate(SplittableRandom random) {
    return switch (random.nextInt(6)) {
      case 0 -> flipped(random);
      case 1 -> truncated(random);
      case 2 -> noise(random);
      case 3 -> misnamed(random).getBytes(StandardCharsets.UTF_8);
      default -> replaced(random).getBytes(StandardCharsets.UTF_8);
    };
  }

  private static byte[] flipped(SplittableRandom random) {
    byte[] body = SEED_BODY.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i <= random.nextInt(4); i++) {
      body[random.nextInt(body.length)] = (byte) random.nextInt(256);
    }
    return body;
  }

  private static byte[] truncated(SplittableRandom random) {
    byte[] body = SEED_BODY.getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(body, random.nextInt(body.length));
  }

  private static byte[] noise(SplittableRandom random) {
    byte[] body = new byte[random.nextInt(400)];
    random.nextBytes(body);
    return body;
  }

  private static String misnamed(SplittableRandom random) {
    List<String> names = names();
    String name = names.get(random.nextInt(names.size()));
    String other = random.nextBoolean() ? name.replace("_", "") + "x" : names.getFirst();
    return SEED_BODY.replace("\"" + name + "\":", "\"" + other + "\":");
  }

  private static String replaced(SplittableRandom random) {
    String shard = SHARDS.get(random.nextInt(SHARDS.size()));
    List<String> names = names();
    String name = names.get(random.nextInt(names.size()));
    int at = SEED_BODY.indexOf("\"" + name + "\":") + name.length() + 3;
    int end = at;
    while (",}".indexOf(SEED_BODY.charAt(end)) < 0) {
      end++;
    }
    return SEED_BODY.substring(0, at) + shard + SEED_BODY.substring(end);
  }

  private static List<String> names() {
    return java.util.regex.Pattern.compile("\"([a-z_]+)\":")
        .matcher(SEED_BODY)
        .results()
        .map(match -> match.group(1))
        .toList();
  }
}

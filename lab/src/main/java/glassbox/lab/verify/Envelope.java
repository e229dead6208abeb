package glassbox.lab.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run's record says, as far as it is checked. Members that it does not know are left alone:
 * the record hash covers them.
 */
record Envelope(
    UUID runId,
    String contentHash,
    List<BlockName> blocks,
    List<Specialist> specialists,
    long seed,
    String decision,
    Optional<JsonNode> report,
    Optional<JsonNode> certificate,
    Optional<JsonNode> esi,
    String routing,
    List<RunVerification.Fact> about) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** A block by pass and hash. */
  record BlockName(int pass, String hash) {}

  /** A specialist by alias and digest. */
  record Specialist(String id, String digest) {}

  /** A record that lacks what every record has. */
  static final class Unreadable extends RuntimeException {
    Unreadable(String message) {
      super(message);
    }
  }

  Envelope {
    blocks = List.copyOf(blocks);
    specialists = List.copyOf(specialists);
    about = List.copyOf(about);
  }

  static Envelope read(String json) {
    JsonNode node;
    try {
      node = MAPPER.readTree(json);
    } catch (JacksonException e) {
      throw new Unreadable("the record is not JSON");
    }
    List<BlockName> blocks = new ArrayList<>();
    for (JsonNode block : array(node, "blocks")) {
      blocks.add(new BlockName(integer(block, "pass"), text(block, "hash")));
    }
    List<Specialist> specialists = new ArrayList<>();
    for (JsonNode specialist : array(node, "specialists")) {
      specialists.add(new Specialist(text(specialist, "id"), text(specialist, "digest")));
    }
    return new Envelope(
        uuid(text(node, "run_id")),
        text(node, "content_hash"),
        blocks,
        specialists,
        seed(node),
        text(node, "decision"),
        Optional.ofNullable(node.get("report")),
        Optional.ofNullable(node.get("certificate")),
        Optional.ofNullable(node.get("esi")),
        node.has("routing") ? text(node, "routing") : "full",
        about(node));
  }

  /**
   * Where in {@code blocks} the answer's pass is: the last, of several agents the speaker's last.
   */
  int answerIndex() {
    int last = blocks.size() - 1;
    Optional<JsonNode> agents = esi.map(course -> course.get("agents"));
    if (agents.isEmpty()) {
      return last;
    }
    String speaker = text(agents.get(), "speaker");
    JsonNode passes = array(esi.get(), "passes");
    int index = Math.min(last, passes.size() - 1);
    while (index >= 0 && !passes.get(index).path("agent").asString("").equals(speaker)) {
      index--;
    }
    if (index < 0) {
      throw new Unreadable("no pass is the speaker's");
    }
    return index;
  }

  private static List<RunVerification.Fact> about(JsonNode node) {
    List<RunVerification.Fact> about = new ArrayList<>();
    for (String name :
        List.of("tenant", "federation", "kind", "domain", "started_at", "decision", "build")) {
      if (node.path(name).isString()) {
        about.add(new RunVerification.Fact(name, node.get(name).asString()));
      }
    }
    return about;
  }

  private static UUID uuid(String text) {
    try {
      UUID id = UUID.fromString(text);
      if (id.toString().equals(text)) {
        return id;
      }
    } catch (IllegalArgumentException e) {
      // Answered below, like one in another spelling.
    }
    throw new Unreadable("run_id is not a UUID");
  }

  /** Integers beyond 2^53 - 1 are strings in a canonical envelope. */
  private static long seed(JsonNode node) {
    JsonNode seed = node.path("seed");
    if (seed.isString()) {
      try {
        return Long.parseLong(seed.asString());
      } catch (NumberFormatException e) {
        throw new Unreadable("seed is not a number");
      }
    }
    if (!seed.isIntegralNumber() || !seed.canConvertToLong()) {
      throw new Unreadable("seed is not a number");
    }
    return seed.asLong();
  }

  static String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (!value.isString()) {
      throw new Unreadable(name + " is missing or not a text");
    }
    return value.asString();
  }

  static int integer(JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw new Unreadable(name + " is missing or not a whole number");
    }
    return value.asInt();
  }

  static double number(JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (!value.isNumber()) {
      throw new Unreadable(name + " is missing or not a number");
    }
    return value.asDouble();
  }

  static JsonNode array(JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (!value.isArray()) {
      throw new Unreadable(name + " is missing or not a list");
    }
    return value;
  }
}

package glassbox.engine.text;

import glassbox.engine.checkpoint.CheckpointException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a tokenizer.json says about its vocabulary, and a copy of it that knows no controls. */
final class TokenizerFile {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Path file;
  private final ObjectNode root;
  private final Map<String, Integer> ids = new HashMap<>();
  private final Map<String, Integer> controls = new LinkedHashMap<>();

  private TokenizerFile(Path file, ObjectNode root) {
    this.file = file;
    this.root = root;
    root.putNull("truncation");
    root.putNull("padding");
    readVocabulary();
    readAdded();
  }

  static TokenizerFile read(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new CheckpointException(file + ": no such file");
      }
      if (MAPPER.readTree(Files.readAllBytes(file)) instanceof ObjectNode root) {
        return new TokenizerFile(file, root);
      }
      throw new CheckpointException(file + ": is not a JSON object");
    } catch (IOException | JacksonException e) {
      throw new CheckpointException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private void readVocabulary() {
    JsonNode vocabulary = root.path("model").path("vocab");
    if (vocabulary.isObject()) {
      vocabulary.properties().forEach(e -> ids.put(e.getKey(), id(e.getKey(), e.getValue())));
    } else if (vocabulary.isArray()) {
      for (int i = 0; i < vocabulary.size(); i++) {
        ids.putIfAbsent(vocabulary.path(i).path(0).asString(""), i);
      }
    } else {
      throw new CheckpointException(file + ": model.vocab is neither a map nor a list");
    }
  }

  private void readAdded() {
    for (JsonNode token : root.path("added_tokens")) {
      String content = token.path("content").asString("");
      if (content.isEmpty()) {
        throw new CheckpointException(file + ": added_tokens has a token without content");
      }
      int id = id(content, token.path("id"));
      ids.put(content, id);
      if (token.path("special").asBoolean(false) || !content.isBlank()) {
        controls.put(content, id);
      }
    }
  }

  private int id(String token, JsonNode node) {
    if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 0) {
      throw new CheckpointException(file + ": the id of " + token + " is " + node);
    }
    return node.intValue();
  }

  /** Every token's own spelling and id. */
  Map<String, Integer> ids() {
    return ids;
  }

  /**
   * Added tokens that steer a model: the special ones, and every other that is not mere white
   * space.
   */
  Map<String, Integer> controls() {
    return controls;
  }

  String json() {
    return root.toString();
  }

  /**
   * The same tokenizer, with the same ids, in which each control token is spelled {@code nonce} and
   * its id; so text cannot contain one as long as the nonce cannot be guessed.
   */
  String withoutControls(String nonce) {
    ObjectNode copy = root.deepCopy();
    for (JsonNode token : copy.path("added_tokens")) {
      if (token instanceof ObjectNode object) {
        String content = object.path("content").asString("");
        object.put("content", respell(content, nonce));
      }
    }
    if (copy.path("model") instanceof ObjectNode model) {
      respellModel(model, nonce);
    }
    return copy.toString();
  }

  private String respell(String token, String nonce) {
    Integer id = controls.get(token);
    return id == null ? token : nonce + id;
  }

  private void respellModel(ObjectNode model, String nonce) {
    if (model.path("vocab") instanceof ObjectNode vocabulary) {
      ObjectNode respelled = MAPPER.createObjectNode();
      vocabulary.properties().forEach(e -> respelled.set(respell(e.getKey(), nonce), e.getValue()));
      model.set("vocab", respelled);
    } else {
      for (JsonNode piece : model.path("vocab")) {
        if (piece instanceof ArrayNode pair && pair.path(0).isString()) {
          pair.set(0, MAPPER.getNodeFactory().stringNode(respell(pair.path(0).asString(), nonce)));
        }
      }
    }
    if (model.path("unk_token").isString()) {
      model.put("unk_token", respell(model.path("unk_token").asString(), nonce));
    }
    dropMerges(model);
  }

  /** Without the merges that would spell a control token out of plain pieces. */
  private void dropMerges(ObjectNode model) {
    if (!(model.path("merges") instanceof ArrayNode merges)) {
      return;
    }
    ArrayNode kept = MAPPER.createArrayNode();
    for (JsonNode merge : merges) {
      String[] parts =
          merge.isArray()
              ? new String[] {merge.path(0).asString(""), merge.path(1).asString("")}
              : merge.asString("").split(" ", 2);
      boolean control =
          parts.length == 2
              && (controls.containsKey(parts[0])
                  || controls.containsKey(parts[1])
                  || controls.containsKey(parts[0] + parts[1]));
      if (!control) {
        kept.add(merge);
      }
    }
    model.set("merges", kept);
  }
}

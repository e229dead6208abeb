package glassbox.engine.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A byte-level tokenizer of 96 tokens: twelve specials, then letters, digits and signs as far as
 * they go, and one merge. Bytes outside of it are dropped, so test texts are kept to plain ASCII.
 */
public final class TinyTokenizer {
  /** The special tokens of the demo vocabulary; their ids are 0 to 11. */
  public static final List<String> SPECIALS =
      List.of(
          "<|end|>",
          "<|begin|>",
          "<|system|>",
          "<|context|>",
          "<|user|>",
          "<|answer|>",
          "[Given]",
          "[Plan]",
          "[Compute]",
          "[Checks]",
          "[Trace]",
          "[Answer]");

  private static final String CHARACTERS =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,:;!?+-*/=()[]<>|'&Ġ";

  private TinyTokenizer() {}

  /** Writes {@code directory}/tokenizer.json with {@link TinyModels#VOCABULARY} tokens. */
  public static void write(Path directory) throws IOException {
    Map<String, Object> vocabulary = new LinkedHashMap<>();
    List<Object> added = new ArrayList<>();
    for (String special : SPECIALS) {
      int id = vocabulary.size();
      vocabulary.put(special, id);
      added.add(
          Map.of(
              "id",
              id,
              "content",
              special,
              "single_word",
              false,
              "lstrip",
              false,
              "rstrip",
              false,
              "normalized",
              false,
              "special",
              true));
    }
    for (char character : CHARACTERS.toCharArray()) {
      vocabulary.put(String.valueOf(character), vocabulary.size());
    }
    vocabulary.put("Ġt", vocabulary.size());
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("type", "BPE");
    model.put("vocab", vocabulary);
    model.put("merges", List.of(List.of("Ġ", "t")));
    Map<String, Object> level =
        Map.of(
            "type",
            "ByteLevel",
            "add_prefix_space",
            false,
            "trim_offsets",
            true,
            "use_regex",
            true);
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("version", "1.0");
    root.put("added_tokens", added);
    root.put("pre_tokenizer", level);
    root.put("decoder", level);
    root.put("model", model);
    Files.createDirectories(directory);
    JsonMapper.builder().build().writeValue(directory.resolve("tokenizer.json").toFile(), root);
  }
}

package glassbox.lab.tokenizer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A trained vocabulary: token i has id i, the specials first, then the bytes, the groups of digits,
 * and the merges. A piece of text that is a token is that token, whatever the merges make of it.
 */
public final class BytePairVocabulary {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final int specialTokens;
  private final List<String> tokens;
  private final List<Pair> merges;

  BytePairVocabulary(int specialTokens, List<String> tokens, List<Pair> merges) {
    this.specialTokens = specialTokens;
    this.tokens = List.copyOf(tokens);
    this.merges = List.copyOf(merges);
  }

  /** Number of ids. */
  public int size() {
    return tokens.size();
  }

  /** Writes tokenizer.json. */
  public void write(Path directory) throws IOException {
    Files.createDirectories(directory);
    Files.writeString(
        directory.resolve("tokenizer.json"),
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document()) + "\n");
  }

  private Map<String, Object> document() {
    var document = new LinkedHashMap<String, Object>();
    document.put("version", "1.0");
    document.put("truncation", null);
    document.put("padding", null);
    document.put("added_tokens", addedTokens());
    document.put("normalizer", null);
    document.put("pre_tokenizer", preTokenizer());
    document.put("post_processor", null);
    document.put("decoder", byteLevel(true));
    document.put("model", model());
    return document;
  }

  private List<Object> addedTokens() {
    var added = new ArrayList<>();
    for (int id = 0; id < specialTokens; id++) {
      var token = new LinkedHashMap<String, Object>();
      token.put("id", id);
      token.put("content", tokens.get(id));
      for (String flag : List.of("single_word", "lstrip", "rstrip", "normalized")) {
        token.put(flag, false);
      }
      token.put("special", true);
      added.add(token);
    }
    return added;
  }

  private static Map<String, Object> preTokenizer() {
    var groups = new LinkedHashMap<String, Object>();
    groups.put("type", "Split");
    groups.put("pattern", Map.of("Regex", Pieces.GROUP));
    groups.put("behavior", "Isolated");
    groups.put("invert", false);
    var sequence = new LinkedHashMap<String, Object>();
    sequence.put("type", "Sequence");
    sequence.put("pretokenizers", List.of(groups, byteLevel(false)));
    return sequence;
  }

  private static Map<String, Object> byteLevel(boolean addPrefixSpace) {
    var byteLevel = new LinkedHashMap<String, Object>();
    byteLevel.put("type", "ByteLevel");
    byteLevel.put("add_prefix_space", addPrefixSpace);
    byteLevel.put("trim_offsets", true);
    byteLevel.put("use_regex", true);
    return byteLevel;
  }

  private Map<String, Object> model() {
    var vocabulary = new LinkedHashMap<String, Integer>();
    for (int id = 0; id < tokens.size(); id++) {
      vocabulary.put(tokens.get(id), id);
    }
    var model = new LinkedHashMap<String, Object>();
    model.put("type", "BPE");
    for (String unused :
        List.of("dropout", "unk_token", "continuing_subword_prefix", "end_of_word_suffix")) {
      model.put(unused, null);
    }
    model.put("fuse_unk", false);
    model.put("byte_fallback", false);
    model.put("ignore_merges", true);
    model.put("vocab", vocabulary);
    model.put("merges", merges.stream().map(pair -> List.of(pair.left(), pair.right())).toList());
    return model;
  }
}

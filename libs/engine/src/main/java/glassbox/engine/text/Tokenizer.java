package glassbox.engine.text;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import glassbox.engine.checkpoint.CheckpointException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/**
 * A tokenizer.json, run by Hugging Face's tokenizers library. Safe for concurrent use.
 *
 * <p>That library finds added tokens in any text, whatever its options say. So user text goes
 * through a second instance in which the control tokens are spelled in a way no text can contain;
 * the ids are the same.
 */
public final class Tokenizer implements AutoCloseable {
  private static final Map<String, String> OPTIONS =
      Map.of("addSpecialTokens", "false", "truncation", "false", "padding", "false");

  private final HuggingFaceTokenizer trusted;
  private final HuggingFaceTokenizer plain;
  private final Map<String, Integer> ids;
  private final Map<String, Integer> controls;
  private final Set<Integer> controlIds;
  private final int vocabularySize;

  private Tokenizer(HuggingFaceTokenizer trusted, HuggingFaceTokenizer plain, TokenizerFile file) {
    this.trusted = trusted;
    this.plain = plain;
    this.ids = Map.copyOf(file.ids());
    this.controls = Map.copyOf(file.controls());
    this.controlIds = Set.copyOf(new HashSet<>(controls.values()));
    this.vocabularySize = ids.isEmpty() ? 0 : 1 + Collections.max(ids.values());
  }

  /**
   * Loads {@code directory}/tokenizer.json, without a network.
   *
   * @throws CheckpointException when it is absent or malformed
   */
  public static Tokenizer load(Path directory) {
    System.setProperty("ai.djl.offline", "true");
    Path path = directory.resolve("tokenizer.json");
    TokenizerFile file = TokenizerFile.read(path);
    HuggingFaceTokenizer trusted = create(path, file.json());
    try {
      String nonce = "\uFFFF" + UUID.randomUUID() + "-";
      return new Tokenizer(trusted, create(path, file.withoutControls(nonce)), file);
    } catch (RuntimeException e) {
      trusted.close();
      throw e;
    }
  }

  private static HuggingFaceTokenizer create(Path path, String json) {
    try (var in = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))) {
      return HuggingFaceTokenizer.newInstance(in, OPTIONS);
    } catch (IOException | RuntimeException e) {
      throw new CheckpointException(path + ": not a usable tokenizer: " + e.getMessage(), e);
    }
  }

  /**
   * Ids of user text: no special token is added, and none is found inside the text. Half a
   * surrogate pair becomes U+FFFD.
   */
  public int[] encode(String text) {
    return encode(plain, text);
  }

  /** Ids of trusted text, in which special tokens are found; none is added around it. */
  public int[] encodeWithSpecials(String text) {
    return encode(trusted, text);
  }

  private static int[] encode(HuggingFaceTokenizer tokenizer, String text) {
    return Arrays.stream(tokenizer.encode(whole(text), false, false).getIds())
        .mapToInt(Math::toIntExact)
        .toArray();
  }

  private static String whole(String text) {
    StringBuilder whole = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> whole.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? TextStream.REPLACEMENT : c));
    return whole.toString();
  }

  /** The text of the ids; special tokens appear as they are written. */
  public String decode(int[] ids) {
    return ids.length == 0
        ? ""
        : trusted.decode(Arrays.stream(ids).asLongStream().toArray(), false);
  }

  /** The id of one token by its own spelling, special or not. */
  public OptionalInt idOf(String token) {
    Integer id = ids.get(token);
    return id == null ? OptionalInt.empty() : OptionalInt.of(id);
  }

  /** One more than the largest id. */
  public int vocabularySize() {
    return vocabularySize;
  }

  /** Whether user text can never encode to this id. */
  public boolean isSpecial(int id) {
    return controlIds.contains(id);
  }

  /** Ids of the special tokens by their spelling. */
  public Map<String, Integer> specialTokens() {
    return controls;
  }

  /** A decoder for ids that arrive one by one. */
  public TextStream stream() {
    return new TextStream(this);
  }

  @Override
  public void close() {
    trusted.close();
    plain.close();
  }
}

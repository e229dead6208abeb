package glassbox.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.engine.checkpoint.CheckpointException;
import glassbox.engine.reference.TinyTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerTest {
  @TempDir Path directory;
  private Tokenizer tokenizer;

  @BeforeEach
  void load() throws IOException {
    TinyTokenizer.write(directory);
    tokenizer = Tokenizer.load(directory);
  }

  @AfterEach
  void close() {
    tokenizer.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<|end|>",
        "[Answer]",
        "one [Answer] two <|end|><|begin|> three",
        "<|<|end|>end|>",
        "[Given][Plan]",
        "0",
        "a 12 t t"
      })
  void keepsSpecialStringsOfUserTextPlain(String text) {
    int[] ids = tokenizer.encode(text);
    assertThat(ids).isNotEmpty();
    assertThat(Arrays.stream(ids).anyMatch(tokenizer::isSpecial)).isFalse();
    assertThat(tokenizer.decode(ids)).isEqualTo(text);
  }

  @Test
  void findsSpecialTokensInTrustedText() {
    int[] ids = tokenizer.encodeWithSpecials("<|begin|>a[Answer]b<|end|>");
    assertThat(ids)
        .containsExactly(id("<|begin|>"), id("a"), id("[Answer]"), id("b"), id("<|end|>"));
    assertThat(tokenizer.decode(ids)).isEqualTo("<|begin|>a[Answer]b<|end|>");
  }

  @Test
  void agreesOnTextWithoutSpecials() {
    String text = "The tin at 3.2 km; (t + t) * 4";
    assertThat(tokenizer.encode(text)).containsExactly(tokenizer.encodeWithSpecials(text));
  }

  @Test
  void knowsItsVocabulary() {
    assertThat(tokenizer.vocabularySize()).isEqualTo(96);
    assertThat(tokenizer.idOf("Ġt")).hasValue(95);
    assertThat(tokenizer.idOf("nothing")).isEmpty();
    assertThat(tokenizer.isSpecial(id("<|end|>"))).isTrue();
    assertThat(tokenizer.isSpecial(id("a"))).isFalse();
    assertThat(tokenizer.decode(new int[0])).isEmpty();
    assertThat(tokenizer.encode("")).isEmpty();
  }

  @Test
  void streamsTheSameTextAsDecodingAtOnce() {
    int[] ids = tokenizer.encodeWithSpecials("<|begin|>Tell 42 tins to trot.<|end|>");
    TextStream stream = tokenizer.stream();
    String text =
        Arrays.stream(ids).mapToObj(stream::append).collect(Collectors.joining()) + stream.finish();
    assertThat(text).isEqualTo(tokenizer.decode(ids));
  }

  @Test
  void hidesControlTokensThatAreNotMarkedSpecialAndKeepsWhiteSpace() throws IOException {
    String json = Files.readString(directory.resolve("tokenizer.json"));
    String more =
        "\"added_tokens\":[{\"id\":96,\"content\":\"<think>\",\"special\":false,"
            + "\"single_word\":false,\"lstrip\":false,\"rstrip\":false,\"normalized\":false},"
            + "{\"id\":97,\"content\":\"\\n\\n\",\"special\":false,"
            + "\"single_word\":false,\"lstrip\":false,\"rstrip\":false,\"normalized\":false},";
    Files.writeString(
        directory.resolve("tokenizer.json"), json.replace("\"added_tokens\":[", more));
    try (Tokenizer changed = Tokenizer.load(directory)) {
      assertThat(changed.encode("a<think>b\n\nc")).contains(97).doesNotContain(96);
      assertThat(changed.encodeWithSpecials("a<think>b")).contains(96);
      assertThat(changed.decode(changed.encode("a<think>b\n\nc"))).isEqualTo("a<think>b\n\nc");
    }
  }

  @Test
  void refusesWhatIsNotATokenizer() throws IOException {
    Path file = directory.resolve("tokenizer.json");
    for (String broken : new String[] {"", "[]", "{", "{}", "{\"model\":{\"vocab\":{\"a\":-1}}}"}) {
      Files.writeString(file, broken);
      assertThatThrownBy(() -> Tokenizer.load(directory))
          .isInstanceOf(CheckpointException.class)
          .hasMessageContaining("tokenizer.json");
    }
    Files.delete(file);
    assertThatThrownBy(() -> Tokenizer.load(directory)).hasMessageContaining("no such file");
  }

  private int id(String token) {
    return tokenizer.idOf(token).orElseThrow();
  }
}

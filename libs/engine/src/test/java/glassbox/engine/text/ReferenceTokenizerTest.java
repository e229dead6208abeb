package glassbox.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import glassbox.engine.reference.SharedModels;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Byte-level text beyond ASCII, with the tokenizer of the reference models. */
class ReferenceTokenizerTest {
  private static final String TEXT =
      "caf\u00e9 \u6771\u4eac \ud83d\ude42 \u03a9\u03bc \u2013 \u0000 <|user|> <|endoftext|>";

  private static Tokenizer tokenizer() {
    Optional<Path> models = SharedModels.directory();
    if (models.isEmpty()) {
      System.out.println("reference models are not beside the repository: not tokenized");
    }
    assumeTrue(models.isPresent(), "no shared/reference-models");
    return Tokenizer.load(models.orElseThrow().resolve("llama-tiny"));
  }

  @Test
  void bringsAnyTextBack() {
    try (Tokenizer tokenizer = tokenizer()) {
      int[] ids = tokenizer.encode(TEXT);
      assertThat(ids).doesNotContain(0, 1);
      assertThat(tokenizer.decode(ids)).isEqualTo(TEXT);
    }
  }

  @Test
  void streamsWholeCharacters() {
    try (Tokenizer tokenizer = tokenizer()) {
      TextStream stream = tokenizer.stream();
      StringBuilder text = new StringBuilder();
      for (int id : tokenizer.encode(TEXT)) {
        String delta = stream.append(id);
        assertThat(delta).doesNotContain("\uFFFD");
        text.append(delta);
      }
      assertThat(text.append(stream.finish()).toString()).isEqualTo(TEXT);
    }
  }

  @Test
  void givesOutAnUnfinishedCharacterAtTheEnd() {
    try (Tokenizer tokenizer = tokenizer()) {
      int first = tokenizer.idOf("\u00e4").orElseThrow();
      TextStream stream = tokenizer.stream();
      assertThat(stream.append(first)).isEmpty();
      assertThat(stream.finish()).isEqualTo("\uFFFD");
      assertThat(stream.finish()).isEmpty();
    }
  }

  @Test
  void replacesHalfASurrogatePair() {
    try (Tokenizer tokenizer = tokenizer()) {
      assertThat(tokenizer.decode(tokenizer.encode("a\ud83db"))).isEqualTo("a\uFFFDb");
    }
  }
}

package glassbox.engine.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import glassbox.engine.checkpoint.CheckpointException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossEncoderTest {
  @TempDir Path directory;

  /** f32 against double on two layers: 2e-4 is ten times what was seen. */
  @ParameterizedTest
  @ValueSource(strings = {"bert", "roberta", "distilbert", "deberta-v2"})
  void agreesWithPlainJava(String type) throws IOException {
    EncoderModel model = EncoderModel.read(TinyEncoders.write(directory, type, 17));
    ReferenceEncoder reference = new ReferenceEncoder(model);
    Random random = new Random(23);
    try (FastEncoder fast = new FastEncoder(model)) {
      for (int tokens : List.of(3, 7, 20, 30)) {
        int[] ids = random.ints(tokens, 0, TinyEncoders.WORDS).toArray();
        int[] types = new int[tokens];
        if (type.equals("bert")) {
          Arrays.fill(types, tokens / 2, tokens, 1);
        }
        double[] expected = reference.logits(ids, types);
        float[] logits = fast.logits(ids, types);
        for (int c = 0; c < 3; c++) {
          assertThat((double) logits[c])
              .as(type + " " + tokens)
              .isCloseTo(expected[c], within(2e-4));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bert", "roberta", "distilbert", "deberta-v2"})
  void infersFromTexts(String type) throws IOException {
    try (CrossEncoder encoder = CrossEncoder.load(TinyEncoders.write(directory, type, 17))) {
      double[] probabilities = encoder.infer("w5 w6 w7", "w8 w9");
      assertThat(Arrays.stream(probabilities).sum()).isCloseTo(1, within(1e-9));
      assertThat(encoder.infer("w5 w6 w7", "w8 w9")).isEqualTo(probabilities);
      assertThat(encoder.infer("w8 w9", "w5 w6 w7")).isNotEqualTo(probabilities);
      assertThat(encoder.labels()).containsExactly("entailment", "neutral", "Contradiction");
      assertThat(encoder.label("contradict")).hasValue(2);
      assertThat(encoder.unchanged()).isTrue();
      assertThat(encoder.digest()).matches("[0-9a-f]{64}");
    }
  }

  @Test
  void longPairsLoseTheEndOfTheLongerText() throws IOException {
    TinyEncoders.write(directory, "bert", 17);
    EncoderConfig config = EncoderConfig.read(directory);
    try (PairTokens tokens = new PairTokens(directory, config, TinyEncoders.WORDS)) {
      PairTokens.Pair pair = tokens.encode("w5 ".repeat(100), "w6 w7");
      assertThat(pair.ids()).hasSize(34).endsWith(6, 7, 2);
      PairTokens.Pair both = tokens.encode("w5 ".repeat(100), "w6 ".repeat(100));
      assertThat(both.ids()).hasSize(34);
      assertThat(Arrays.stream(both.ids()).filter(id -> id == 6).count()).isEqualTo(16);
      assertThat(tokens.encode("", "").ids()).containsExactly(0, 2, 2);
    }
  }

  @Test
  void specialStringsInTextsStayText() throws IOException {
    TinyEncoders.write(directory, "bert", 17);
    EncoderConfig config = EncoderConfig.read(directory);
    try (PairTokens tokens = new PairTokens(directory, config, TinyEncoders.WORDS)) {
      int[] ids = tokens.encode("w5 [SEP] w6", "w7").ids();
      assertThat(ids).containsExactly(0, 5, 3, 6, 2, 7, 2);
    }
  }

  @Test
  void changedDirectoriesAreNoticed() throws IOException {
    try (CrossEncoder encoder = CrossEncoder.load(TinyEncoders.write(directory, "bert", 17))) {
      Files.writeString(directory.resolve("config.json"), "{}");
      assertThat(encoder.unchanged()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"config.json", "tokenizer.json", "model.safetensors"})
  void missingFilesAreNamed(String file) throws IOException {
    TinyEncoders.write(directory, "bert", 17);
    Files.delete(directory.resolve(file));
    assertThatThrownBy(() -> CrossEncoder.load(directory))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining(file);
  }

  @Test
  void brokenWeightsAndUnknownKindsAreRefused() throws IOException {
    TinyEncoders.write(directory, "bert", 17);
    byte[] weights = Files.readAllBytes(directory.resolve("model.safetensors"));
    Files.write(
        directory.resolve("model.safetensors"), Arrays.copyOf(weights, weights.length - 100));
    assertThatThrownBy(() -> CrossEncoder.load(directory)).isInstanceOf(CheckpointException.class);
    Files.writeString(directory.resolve("config.json"), "{\"model_type\":\"t5\"}");
    assertThatThrownBy(() -> CrossEncoder.load(directory)).hasMessageContaining("t5");
    Files.writeString(
        directory.resolve("config.json"),
        TinyEncoders.config("bert").replace("\"hidden_size\":16", "\"hidden_size\":20"));
    assertThatThrownBy(() -> CrossEncoder.load(directory)).isInstanceOf(CheckpointException.class);
  }

  /** Values of scipy's erf. */
  @Test
  void errorFunctionIsExact() {
    assertThat(ReferenceEncoder.erf(.5)).isCloseTo(0.5204998778130465, within(1e-14));
    assertThat(ReferenceEncoder.erf(-1.5)).isCloseTo(-0.9661051464753108, within(1e-14));
    assertThat(ReferenceEncoder.erf(3)).isCloseTo(0.9999779095030014, within(1e-14));
  }

  /** Of modeling_deberta_v2.make_log_bucket_position with 8 buckets of 34 positions. */
  @Test
  void distancesFallIntoLogBuckets() throws IOException {
    EncoderConfig config = EncoderConfig.read(TinyEncoders.write(directory, "deberta-v2", 17));
    RelativePositions rows = new RelativePositions(config.relative().orElseThrow());
    int[] expected = {8, 9, 10, 11, 12, 13, 13, 13, 13, 14};
    for (int distance = 0; distance < expected.length; distance++) {
      assertThat(rows.contentToPosition(distance, 0)).isEqualTo(expected[distance]);
      assertThat(rows.contentToPosition(0, distance)).isEqualTo(16 - expected[distance]);
      assertThat(rows.positionToContent(distance, 0)).isEqualTo(expected[distance]);
    }
  }
}

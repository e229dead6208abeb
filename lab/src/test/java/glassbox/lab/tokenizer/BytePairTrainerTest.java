package glassbox.lab.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import glassbox.engine.text.Tokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BytePairTrainerTest {

  private static final List<String> TEXTS =
      List.of(
          "The revenue of Norvik in Q2 was 42 million crowns.",
          "The revenue of Tallis in Q3 was 17 million crowns.",
          "How many grams are 3.2 kg? 3.2 kg is 3200 g.");

  @TempDir Path directory;

  @Test
  void everyTextComesBackWhole() throws IOException {
    try (Tokenizer tokenizer = trained(420)) {
      for (String text :
          List.of(
              TEXTS.getFirst(),
              "naïve café 🙂 \n\t two  spaces",
              " leading",
              "<|end|> [Answer] stays text",
              "1,234.5 ½ ٣")) {
        assertThat(tokenizer.decode(tokenizer.encode(text))).isEqualTo(text);
      }
    }
  }

  @Test
  void numbersAreCutIntoPairsFromTheLeftAndEachGroupIsAToken() throws IOException {
    try (Tokenizer tokenizer = trained(420)) {
      assertThat(pieces(tokenizer, "7 42 930 3200 1000000"))
          .containsExactly(
              "7", " ", "42", " ", "93", "0", " ", "32", "00", " ", "10", "00", "00", "0");
      assertThat(pieces(tokenizer, "0.0625kg Q2"))
          .containsExactly("0", ".", "06", "25", "kg", " Q", "2");
    }
  }

  private static List<String> pieces(Tokenizer tokenizer, String text) {
    return IntStream.of(tokenizer.encode(text))
        .mapToObj(id -> tokenizer.decode(new int[] {id}))
        .toList();
  }

  @Test
  void frequentWordsBecomeOneToken() throws IOException {
    try (Tokenizer tokenizer = trained(420)) {
      assertThat(tokenizer.encode(" revenue")).hasSize(1);
      assertThat(tokenizer.encode(" unrelated").length).isGreaterThan(3);
    }
  }

  @Test
  void specialTokensHaveTheFirstIdsAndUserTextCannotMakeThem() throws IOException {
    try (Tokenizer tokenizer = trained(400)) {
      for (int id = 0; id < DemoTokens.ALL.size(); id++) {
        String token = DemoTokens.ALL.get(id);
        assertThat(tokenizer.idOf(token)).hasValue(id);
        assertThat(tokenizer.encodeWithSpecials(token)).containsExactly(id);
        assertThat(tokenizer.encode(token)).hasSizeGreaterThan(1);
      }
      assertThat(tokenizer.idOf(DemoTokens.END)).hasValue(DemoTokens.END_ID);
    }
  }

  @Test
  void stopsWherePairsRunOut() {
    BytePairVocabulary vocabulary = BytePairTrainer.train(List.of("ab"), List.of("<s>"), 2000);
    assertThat(vocabulary.size()).isEqualTo(357);
  }

  @Test
  void joinsTheMostFrequentPairFirst() throws IOException {
    var texts = Collections.nCopies(3, "xyxyxy");
    BytePairTrainer.train(texts, List.of(), 357).write(directory);
    try (Tokenizer tokenizer = Tokenizer.load(directory)) {
      assertThat(tokenizer.encode("xyxy")).containsExactly(356, 356);
    }
  }

  @Test
  void rejectsAVocabularyWithoutRoomForEveryByte() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BytePairTrainer.train(TEXTS, DemoTokens.ALL, 200));
  }

  private Tokenizer trained(int vocabularySize) throws IOException {
    BytePairTrainer.train(TEXTS, DemoTokens.ALL, vocabularySize).write(directory);
    return Tokenizer.load(directory);
  }
}

package glassbox.lab.training;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.engine.text.Tokenizer;
import glassbox.engine.training.Example;
import glassbox.lab.tokenizer.BytePairTrainer;
import glassbox.lab.tokenizer.DemoTokens;
import glassbox.lab.world.facts.Domain;
import glassbox.lab.world.label.Concept;
import glassbox.lab.world.label.ConceptType;
import glassbox.lab.world.label.LabelledText;
import glassbox.lab.world.label.Phrase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleEncoderTest {

  private static final Concept KG = new Concept(ConceptType.UNIT, "kg");

  @TempDir static Path directory;

  @BeforeAll
  static void trainTokenizer() throws IOException {
    BytePairTrainer.train(List.of("How many kg are 3 kg? 3 kg is 3 kg."), DemoTokens.ALL, 1390)
        .write(directory);
  }

  @Test
  void marksAreOneTokenInAnswersAndPlainTextInPrompts() {
    try (Tokenizer tokenizer = Tokenizer.load(directory)) {
      LabelledExample labelled =
          new ExampleEncoder(tokenizer)
              .labelled(
                  LabelledText.dialogue(
                      Domain.GENERAL, Phrase.of("[Given] 3?"), Phrase.of("[Given] 3 kg.")),
                  false);
      int[] ids = labelled.example().ids();
      int mark = tokenizer.idOf("[Given]").orElseThrow();
      assertThat(IntStream.of(ids).filter(id -> id == mark).count()).isEqualTo(1);
      assertThat(ids[labelled.example().lossFrom()]).isEqualTo(mark);
      assertThat(ids[ids.length - 1]).isEqualTo(DemoTokens.END_ID);
    }
  }

  @Test
  void whatTheServerWritesIsNotPredicted() {
    try (Tokenizer tokenizer = Tokenizer.load(directory)) {
      Phrase answer =
          Phrase.join(
              Phrase.of("<|call|>calculator 1+2<|result|>"),
              Phrase.of("3 t1").given(),
              Phrase.of("<|done|> 3 kg", KG));
      LabelledExample labelled =
          new ExampleEncoder(tokenizer)
              .labelled(LabelledText.dialogue(Domain.TOOLS, Phrase.of("1+2?"), answer), true);
      Example example = labelled.example();
      int[] ids = example.ids();
      int from = indexOf(ids, tokenizer.idOf("<|result|>").orElseThrow()) + 1;
      int to = indexOf(ids, tokenizer.idOf("<|done|>").orElseThrow());
      for (int i = 1; i < ids.length; i++) {
        boolean given = i >= from && i < to;
        assertThat(example.predicts(i)).isEqualTo(i >= example.lossFrom() && !given);
        assertThat(labelled.concepts().get(i).contains(KG))
            .isEqualTo(i >= to && i + 1 < ids.length);
      }
      assertThat(tokenizer.decode(Arrays.copyOfRange(ids, from, to))).isEqualTo("3 t1");
    }
  }

  private static int indexOf(int[] ids, int wanted) {
    return IntStream.range(0, ids.length).filter(i -> ids[i] == wanted).findFirst().orElseThrow();
  }
}

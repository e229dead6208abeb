package glassbox.lab.training;

import glassbox.engine.text.Tokenizer;
import glassbox.engine.training.Example;
import glassbox.lab.tokenizer.DemoTokens;
import glassbox.lab.world.Dialogue;
import java.util.stream.IntStream;

/** Writes text in the demo template, as the serving side encodes it: each segment apart. */
public final class ExampleEncoder {

  /** System text that some training dialogues carry, so that the models know the segment. */
  static final String SYSTEM = "Answer in one sentence.";

  private final Tokenizer tokenizer;

  /** An encoder over the shared tokenizer. */
  public ExampleEncoder(Tokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /** A dialogue whose answer, and the end after it, is to be predicted. */
  public Example dialogue(Dialogue dialogue, boolean withSystem) {
    var ids = IntStream.builder();
    ids.add(marker(DemoTokens.BEGIN));
    if (withSystem) {
      segment(ids, DemoTokens.SYSTEM, SYSTEM);
    }
    if (dialogue.context() != null) {
      segment(ids, DemoTokens.CONTEXT, dialogue.context());
    }
    segment(ids, DemoTokens.USER, dialogue.question());
    ids.add(marker(DemoTokens.ANSWER));
    int[] prompt = ids.build().toArray();
    int[] answer = tokenizer.encode(dialogue.answer());
    int[] all =
        IntStream.concat(
                IntStream.concat(IntStream.of(prompt), IntStream.of(answer)),
                IntStream.of(DemoTokens.END_ID))
            .toArray();
    return new Example(all, prompt.length);
  }

  /** A sentence, all of which is to be predicted. */
  Example prose(String text) {
    int[] ids =
        IntStream.concat(
                IntStream.concat(
                    IntStream.of(marker(DemoTokens.BEGIN)), IntStream.of(tokenizer.encode(text))),
                IntStream.of(DemoTokens.END_ID))
            .toArray();
    return new Example(ids, 1);
  }

  private void segment(IntStream.Builder ids, String marker, String text) {
    ids.add(marker(marker));
    for (int id : tokenizer.encode(text)) {
      ids.add(id);
    }
  }

  private int marker(String token) {
    return tokenizer.idOf(token).orElseThrow();
  }
}

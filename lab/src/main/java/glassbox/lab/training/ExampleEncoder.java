package glassbox.lab.training;

import glassbox.engine.text.Tokenizer;
import glassbox.lab.tokenizer.DemoTokens;
import glassbox.lab.world.label.LabelledText;
import glassbox.lab.world.label.Phrase;
import glassbox.lab.world.label.Segment;
import glassbox.lab.world.label.SegmentKind;
import java.util.Optional;

/**
 * Writes text in the demo template, as the serving side encodes it: each segment apart, special
 * tokens in answers alone.
 */
public final class ExampleEncoder {

  /** System text that some training dialogues carry, so that the models know the segment. */
  static final String SYSTEM = "Answer in one sentence.";

  private final Tokenizer tokenizer;
  private final int[] lengths;

  /** An encoder over the shared tokenizer. */
  public ExampleEncoder(Tokenizer tokenizer) {
    this.tokenizer = tokenizer;
    this.lengths = new int[tokenizer.vocabularySize()];
    for (int id = 0; id < lengths.length; id++) {
      lengths[id] = tokenizer.decode(new int[] {id}).length();
    }
  }

  /**
   * What is to be predicted is the answer, or all of a text without a dialogue, and the end after
   * it; never what a server writes into an answer.
   *
   * @param withSystem whether a dialogue without system text gets the usual one
   */
  public LabelledExample labelled(LabelledText text, boolean withSystem) {
    var line = new TokenLine(lengths);
    line.marker(marker(DemoTokens.BEGIN));
    int lossFrom = 1;
    boolean instructed = text.phrase(SegmentKind.SYSTEM).isPresent();
    if (withSystem && !instructed && text.phrase(SegmentKind.PROSE).isEmpty()) {
      line.marker(marker(DemoTokens.SYSTEM));
      Phrase system = Phrase.of(SYSTEM);
      line.phrase(system, tokenizer.encode(system.text()));
    }
    for (Segment segment : text.segments()) {
      marker(segment.kind()).ifPresent(name -> line.marker(marker(name)));
      if (segment.kind() == SegmentKind.ANSWER) {
        lossFrom = line.size();
      }
      line.phrase(segment.phrase(), encoded(segment));
    }
    line.marker(DemoTokens.END_ID);
    return line.labelled(lossFrom);
  }

  private int[] encoded(Segment segment) {
    String text = segment.phrase().text();
    return segment.kind() == SegmentKind.ANSWER
        ? tokenizer.encodeWithSpecials(text)
        : tokenizer.encode(text);
  }

  private static Optional<String> marker(SegmentKind kind) {
    return switch (kind) {
      case SYSTEM -> Optional.of(DemoTokens.SYSTEM);
      case CONTEXT -> Optional.of(DemoTokens.CONTEXT);
      case PROMPT -> Optional.of(DemoTokens.USER);
      case ANSWER -> Optional.of(DemoTokens.ANSWER);
      case PROSE -> Optional.empty();
    };
  }

  private int marker(String token) {
    return tokenizer.idOf(token).orElseThrow();
  }
}

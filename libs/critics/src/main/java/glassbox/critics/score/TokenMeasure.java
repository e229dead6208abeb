package glassbox.critics.score;

import org.jspecify.annotations.Nullable;

/**
 * What was measured at one token of the answer.
 *
 * @param text of the token; null if not known
 * @param logProb of the token under the joint, nats; null where the server wrote the token itself:
 *     only the text then counts
 * @param entropy of the joint, nats
 * @param disagreement Jensen-Shannon divergence of the specialists, nats; null if not measured
 * @param delta total variation from the legible twin; null if not certified
 */
public record TokenMeasure(
    @Nullable String text,
    @Nullable Double logProb,
    double entropy,
    @Nullable Double disagreement,
    @Nullable Double delta) {

  private static final String ANSWER_FIELD = "[Answer]";

  /** Whether it is the one token that opens the answer's field; typed text is several tokens. */
  boolean opensAnswer() {
    return text != null && text.strip().equals(ANSWER_FIELD);
  }

  boolean measured() {
    return logProb != null;
  }

  boolean number() {
    return text != null && text.chars().anyMatch(Character::isDigit);
  }
}

package glassbox.critics.chi;

import java.util.Optional;

/**
 * What the sampler logged at one token of the answer.
 *
 * @param tokenId the token
 * @param text its text, if known
 * @param normalizedEntropy entropy over its maximum, after temperature and nucleus, in [0, 1]; 0
 *     for a one-token nucleus
 * @param kind what the caller says it is; empty has its text judged
 * @param embedding a vector of the hidden state that gave it, if the caller has one
 */
public record Signal(
    int tokenId,
    Optional<String> text,
    double normalizedEntropy,
    Optional<Kind> kind,
    Optional<float[]> embedding) {

  /** What a token is to chi. */
  public enum Kind {
    /** A token of the draft that the task settles. */
    DRAFT,
    /** A token of the draft that may be worded freely. */
    FREE,
    /** A marker or a tool's result that the server forced. */
    FORCED,
    /** A token outside the draft. */
    OTHER,
    /** A token of the draft that does not stand any more: entropy counts it, loops do not. */
    REPLACED
  }

  public Signal {
    if (!(normalizedEntropy >= 0 && normalizedEntropy <= 1)) {
      throw new IllegalArgumentException("normalized entropy is in [0, 1]: " + normalizedEntropy);
    }
  }

  /** A signal of unknown kind. */
  public Signal(int tokenId, Optional<String> text, double normalizedEntropy) {
    this(tokenId, text, normalizedEntropy, Optional.empty(), Optional.empty());
  }

  /** Whether it is in the text that is judged. */
  boolean stands() {
    return kind.filter(k -> k == Kind.REPLACED).isEmpty();
  }

  boolean free() {
    return kind.filter(k -> k == Kind.FREE).isPresent();
  }

  /** Whether it counts in the entropy window: forced tokens, marks and punctuation do not. */
  boolean content() {
    boolean counts = kind.map(k -> k != Kind.FORCED && k != Kind.OTHER).orElse(true);
    return counts
        && text.map(
                t ->
                    (kind.isPresent() || !scaffold(t))
                        && t.codePoints().anyMatch(Character::isLetterOrDigit))
            .orElse(true);
  }

  /** Whether it opens the answer's field, as far as its text tells. */
  boolean answerMark() {
    return kind.isEmpty() && text.map(t -> t.strip().equals("[Answer]")).orElse(false);
  }

  private static boolean scaffold(String text) {
    String mark = text.strip();
    return (mark.startsWith("[") && mark.endsWith("]"))
        || (mark.startsWith("<|") && mark.endsWith("|>"));
  }
}

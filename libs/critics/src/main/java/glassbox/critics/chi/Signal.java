package glassbox.critics.chi;

import java.util.Optional;

/**
 * What the sampler logged at one token of the answer.
 *
 * @param tokenId the token
 * @param text its text, if known
 * @param normalizedEntropy entropy over its maximum, after temperature and nucleus, in [0, 1]; 0
 *     for a one-token nucleus
 */
public record Signal(int tokenId, Optional<String> text, double normalizedEntropy) {
  public Signal {
    if (!(normalizedEntropy >= 0 && normalizedEntropy <= 1)) {
      throw new IllegalArgumentException("normalized entropy is in [0, 1]: " + normalizedEntropy);
    }
  }

  /** Whether it is content: unknown text counts; scaffold marks and punctuation do not. */
  boolean content() {
    return text.map(t -> !scaffold(t) && t.codePoints().anyMatch(Character::isLetterOrDigit))
        .orElse(true);
  }

  boolean answerMark() {
    return text.map(t -> t.strip().equals("[Answer]")).orElse(false);
  }

  private static boolean scaffold(String text) {
    String mark = text.strip();
    return (mark.startsWith("[") && mark.endsWith("]"))
        || (mark.startsWith("<|") && mark.endsWith("|>"));
  }
}

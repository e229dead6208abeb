package glassbox.contracts.verdict;

/**
 * How likely an answer is unsupported and how likely a request or an answer is unsafe.
 *
 * @param hallucination of the answer
 * @param safety of the prompt and of the answer
 */
public record Scores(Score hallucination, Safety safety) {

  /** Scores that nobody could give. */
  public static Scores unavailable(String reason) {
    Score none = Score.unavailable(reason);
    return new Scores(none, new Safety(none, none));
  }

  /** How unsafe what was asked is, and what was answered. */
  public record Safety(Score prompt, Score answer) {}
}

package glassbox.critics.contradiction;

/**
 * How a hypothesis stands to a premise.
 *
 * @param label contradiction, or no conflict found
 * @param confidence in [0, 1]
 * @param why in words
 */
public record Entailment(Label label, double confidence, String why) {

  /** Nothing found. */
  public static final Entailment NEUTRAL = new Entailment(Label.NEUTRAL, 1, "");

  /** What inference can say. */
  public enum Label {
    NEUTRAL,
    CONTRADICTION
  }

  /** A contradiction. */
  public static Entailment contradiction(double confidence, String why) {
    return new Entailment(Label.CONTRADICTION, confidence, why);
  }

  /** Whether it is a contradiction of at least this confidence. */
  public boolean contradiction(double bar) {
    return label == Label.CONTRADICTION && confidence >= bar;
  }
}

package glassbox.lab.world.grading;

/**
 * A grader's verdict.
 *
 * @param right whether the answer is right
 * @param reason what decided
 */
public record Grade(boolean right, String reason) {

  static Grade right(String reason) {
    return new Grade(true, reason);
  }

  static Grade wrong(String reason) {
    return new Grade(false, reason);
  }
}

package glassbox.lab.verify;

import java.util.List;

/**
 * What one check came to.
 *
 * @param detail what was compared and found, or why it was not checked
 * @param findings not empty exactly for {@code WRONG} and {@code UNJUDGED}
 */
record CheckResult(Check check, State state, String detail, List<Finding> findings) {
  /** The four ways a check can end. */
  enum State {
    /** It was checked and holds. */
    HELD,
    /** It was checked and does not hold. */
    WRONG,
    /** What is needed to judge it is missing or cannot be read. */
    UNJUDGED,
    /** It was not asked for, or there is nothing to check. */
    NOT_CHECKED
  }

  CheckResult {
    findings = List.copyOf(findings);
  }

  static CheckResult held(Check check, String detail, Object... values) {
    return new CheckResult(check, State.HELD, detail.formatted(values), List.of());
  }

  static CheckResult notChecked(Check check, String why) {
    return new CheckResult(check, State.NOT_CHECKED, why, List.of());
  }

  static CheckResult wrong(Check check, List<Finding> findings) {
    return new CheckResult(check, State.WRONG, "", findings);
  }

  static CheckResult wrong(Check check, String message, Object... values) {
    return wrong(check, List.of(Finding.of(message, values)));
  }

  static CheckResult unjudged(Check check, String message, Object... values) {
    return unjudged(check, List.of(Finding.of(message, values)));
  }

  static CheckResult unjudged(Check check, List<Finding> findings) {
    return new CheckResult(check, State.UNJUDGED, "", findings);
  }

  /** Held if nothing was found, else wrong. */
  static CheckResult of(Check check, List<Finding> wrong, String detail, Object... values) {
    return wrong.isEmpty() ? held(check, detail, values) : wrong(check, wrong);
  }
}

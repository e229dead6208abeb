package glassbox.critics.gate;

import glassbox.critics.Verdict;

/** A critic's verdict as the gate sees it. */
public record Vote(String critic, boolean mandatory, Verdict verdict) {

  boolean flagged() {
    return verdict instanceof Verdict.Flagged;
  }

  boolean passed() {
    return verdict instanceof Verdict.Passed;
  }

  boolean cast() {
    return flagged() || passed();
  }
}

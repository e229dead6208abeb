package glassbox.lab.detection;

import glassbox.engine.federation.PromptText;
import java.util.function.Predicate;

/**
 * What is to be answered and how it will be labelled.
 *
 * @param group its kind
 * @param cluster what it is about: cases of one cluster are not independent
 * @param prompt the question, with its context if it has one
 * @param answer where the answer comes from
 */
record Case(Group group, String cluster, PromptText prompt, Source answer) {

  /** Where an answer comes from. */
  sealed interface Source {}

  /**
   * A given answer.
   *
   * @param text the answer; field marks in it are the one-token marks
   * @param flawed whether it is to be flagged
   */
  record Planted(String text, boolean flawed) implements Source {}

  /** The models' own, flawed where this says so. */
  record Drawn(Predicate<String> flawed) implements Source {}
}

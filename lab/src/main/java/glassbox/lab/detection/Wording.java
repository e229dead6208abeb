package glassbox.lab.detection;

import glassbox.lab.world.facts.Attribute;
import glassbox.lab.world.facts.Fact;
import glassbox.lab.world.task.Split;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Ways to state a fact as an answer. Of the ways, and of what can be stated at all, every fifth
 * tests and every fifth validates: neither the sentence of a test statement nor what it speaks of
 * is ever fitted on.
 */
final class Wording {

  /** {s} the world's own sentence, {v} the value with its unit, {e} the entity, {a} what it is. */
  private static final List<String> FRAMES =
      List.of(
          "In short, {v}.",
          "That would be {v}.",
          "{s}",
          "{v}",
          "It is {v}.",
          "Of {e} I can say: {a} {v}.",
          "{v}, as it says there.",
          "The answer is {v}.",
          "According to the text, {s}",
          "The {a} of {e} is {v}.",
          "What stands there is this: {s}",
          "As the text has it, {s}",
          "For {e} it is {v}.",
          "{e}: {v}",
          "I read that {s}",
          "With {e}, the {a} comes to {v}.",
          "Here it is, {e} and {v}.",
          "The text says {v}.",
          "{a}: {v}",
          "I think it is {v}.");

  private static final int PARTS = 5;

  private Wording() {}

  /** Where statements of an attribute belong. */
  static Split splitOf(Attribute attribute) {
    return splitOf(attribute.ordinal());
  }

  private static Split splitOf(int number) {
    return switch (number % PARTS) {
      case 0 -> Split.TEST;
      case 1 -> Split.VALIDATION;
      default -> Split.TRAIN;
    };
  }

  /** The ways of a split. */
  static List<String> frames(Split split) {
    return IntStream.range(0, FRAMES.size())
        .filter(i -> splitOf(i) == split)
        .mapToObj(FRAMES::get)
        .toList();
  }

  /**
   * A fact as an answer.
   *
   * @param sentence the world's own sentence of it
   */
  static String answer(Fact fact, String sentence, Split split, RandomGenerator random) {
    List<String> own = frames(split);
    String text = own.get(random.nextInt(own.size()));
    Map<String, String> slots =
        Map.of(
            "{s}", sentence,
            "{v}", fact.value().full(),
            "{e}", fact.entity().name(),
            "{a}", fact.attribute().words());
    for (Map.Entry<String, String> slot : slots.entrySet()) {
      text = text.replace(slot.getKey(), slot.getValue());
    }
    return text;
  }
}

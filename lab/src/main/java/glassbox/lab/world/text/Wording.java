package glassbox.lab.world.text;

import glassbox.lab.world.label.Phrase;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * What a writer says around a step in words of its own choice: what it turns to before, how it
 * looks after. Text has that freedom, and a decoder's entropy lives on it: in a world that words
 * each step in one way only, every sure answer would look collapsed. See docs/adr/0006.
 */
final class Wording {

  private static final List<List<String>> BEFORE =
      List.of(
          List.of("first", "now", "then", "next", "here", "so", "well", "right"),
          List.of("we", "I", "you", "they", "people", "all", "some", "many"),
          List.of("may", "can", "will", "should", "must", "do", "might", "could"),
          List.of("ask", "use", "try", "take", "call", "run", "need", "want"),
          List.of("the", "this", "that", "our", "a", "one", "my", "your"),
          List.of("tool", "help", "way", "step", "line", "means", "aid", "hand"),
          List.of("again", "soon", "once", "there", "today", "gladly", "simply", "quietly"));
  private static final List<List<String>> AFTER =
      List.of(
          List.of("and", "for", "since", "as", "yet", "but", "because", "while"),
          List.of("that", "this", "it", "all", "which", "each", "such", "what"),
          List.of("really", "surely", "clearly", "quite", "just", "also", "indeed", "still"),
          List.of("is", "looks", "seems", "sounds", "reads", "stays", "feels", "was"),
          List.of("good", "fine", "right", "clear", "plain", "sound", "sure", "well"));

  private final RandomGenerator random;

  /** Words drawn from {@code random}. */
  Wording(RandomGenerator random) {
    this.random = random;
  }

  /** What leads to a step. */
  Phrase before() {
    return draw(BEFORE);
  }

  /** What follows it. */
  Phrase after() {
    return draw(AFTER);
  }

  private Phrase draw(List<List<String>> slots) {
    return Words.free(
        slots.stream()
            .map(words -> words.get(random.nextInt(words.size())))
            .collect(Collectors.joining(" ")));
  }
}

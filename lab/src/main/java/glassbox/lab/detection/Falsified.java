package glassbox.lab.detection;

import glassbox.lab.world.grading.Grader;
import glassbox.lab.world.task.Instance;
import glassbox.lab.world.task.Reference;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** A gold answer with another value where it answers, as like the right one as can be. */
final class Falsified {

  private static final int LARGEST_DIGIT = 9;
  private static final int TRIES = 20;

  private Falsified() {}

  /** Empty where the answer states no value that can be exchanged. */
  static Optional<String> of(Instance task, RandomGenerator random) {
    for (int i = 0; i < TRIES; i++) {
      Optional<String> other =
          switch (task.reference()) {
            case Reference.Quantity quantity ->
                exchange(task, quantity.number(), digits(quantity.number(), random));
            case Reference.Choice choice when !choice.wrong().isEmpty() ->
                exchange(
                    task, choice.text(), choice.wrong().get(random.nextInt(choice.wrong().size())));
            case Reference.Route route ->
                exchange(task, route.km() + " km", kilometres(route, random));
            default -> Optional.empty();
          };
      if (other.isPresent() && !Grader.grade(task, other.get()).right()) {
        return other;
      }
    }
    return Optional.empty();
  }

  /** In the last place where it stands, which is where it is answered. */
  private static Optional<String> exchange(Instance task, String right, String wrong) {
    String answer = task.answer().text();
    int at = answer.lastIndexOf(right);
    return at < 0 || right.equals(wrong)
        ? Optional.empty()
        : Optional.of(answer.substring(0, at) + wrong + answer.substring(at + right.length()));
  }

  private static String kilometres(Reference.Route route, RandomGenerator random) {
    return digits(Integer.toString(route.km()), random) + " km";
  }

  /** The number with one of its digits exchanged, never for a zero. */
  private static String digits(String number, RandomGenerator random) {
    int[] places =
        IntStream.range(0, number.length())
            .filter(i -> Character.isDigit(number.charAt(i)))
            .toArray();
    if (places.length == 0) {
      return number;
    }
    int at = places[random.nextInt(places.length)];
    int digit = 1 + random.nextInt(LARGEST_DIGIT);
    return number.substring(0, at) + digit + number.substring(at + 1);
  }
}

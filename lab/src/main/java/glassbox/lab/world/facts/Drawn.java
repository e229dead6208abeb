package glassbox.lab.world.facts;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** A value drawn from those that fit. */
record Drawn(Value value, List<String> candidates) {

  static Drawn from(List<String> candidates, String unit, RandomGenerator random) {
    return new Drawn(
        new Value(candidates.get(random.nextInt(candidates.size())), unit), candidates);
  }

  /** A number of {@code from, from + step, ...} up to {@code to}. */
  static Drawn number(int from, int to, int step, String unit, RandomGenerator random) {
    return from(numbers(from, to, step), unit, random);
  }

  static List<String> numbers(int from, int to, int step) {
    return IntStream.rangeClosed(0, (to - from) / step)
        .mapToObj(i -> Integer.toString(from + i * step))
        .toList();
  }
}

package glassbox.lab.world.text;

import glassbox.lab.world.facts.Fact;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What a writer remembers: everything as it is, or the form alone. */
public final class Recall {

  private final Optional<RandomGenerator> guess;

  private Recall(Optional<RandomGenerator> guess) {
    this.guess = guess;
  }

  /** Remembers everything as it is. */
  public static Recall truth() {
    return new Recall(Optional.empty());
  }

  /** Knows the form alone: any value that would fit, another one each time. */
  public static Recall unsure(RandomGenerator random) {
    return new Recall(Optional.of(random));
  }

  /** The fact with the value that is remembered. */
  public Fact of(Fact fact) {
    return guess.map(fact::guess).orElse(fact);
  }

  /** What is remembered of a value that is {@code right}. */
  public String of(String right, List<String> candidates) {
    return guess.map(random -> candidates.get(random.nextInt(candidates.size()))).orElse(right);
  }
}

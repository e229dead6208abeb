package glassbox.lab.training;

import glassbox.engine.training.Example;
import java.util.random.RandomGenerator;

/** Gives training examples one by one, as {@code random} decides. */
@FunctionalInterface
interface ExampleSource {

  Example draw(RandomGenerator random);
}

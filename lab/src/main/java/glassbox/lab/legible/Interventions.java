package glassbox.lab.legible;

import glassbox.engine.legible.Certificate;
import glassbox.engine.legible.LegibleModel;
import glassbox.engine.legible.Reading;
import java.util.Arrays;
import java.util.stream.IntStream;

/** What happens to the legible twin's choice when atoms matched to concepts are silenced. */
final class Interventions {

  private final LegibleModel model;
  private final PlantedWorld held;
  private final Reading reading;
  private final int[] atomOf;

  Interventions(LegibleModel model, PlantedWorld held, Reading reading, Recovery recovery) {
    this.model = model;
    this.held = held;
    this.reading = reading;
    this.atomOf = recovery.atomOf();
  }

  /**
   * How much more often the choice flips when all atoms of relevant concepts are silenced than when
   * those of all irrelevant concepts are.
   */
  double necessityGap() {
    return flips(held.relevant()) - flips(irrelevant());
  }

  private int[] irrelevant() {
    return IntStream.range(0, atomOf.length)
        .filter(k -> Arrays.stream(held.relevant()).noneMatch(r -> r == k))
        .toArray();
  }

  private double flips(int[] concepts) {
    float[] logits = silenced(concepts);
    long flipped =
        IntStream.range(0, held.concepts().length)
            .filter(row -> choice(logits, row) != choice(reading.legible(), row))
            .count();
    return (double) flipped / held.concepts().length;
  }

  /**
   * Mean over relevant concepts of the share of inputs that have the concept and whose class falls
   * by exactly 1 when its atom is silenced; the class must be a sum.
   */
  double directional() {
    return Arrays.stream(held.relevant()).mapToDouble(this::fallsByOne).average().orElseThrow();
  }

  private double fallsByOne(int concept) {
    float[] logits = silenced(concept);
    int[] present =
        IntStream.range(0, held.concepts().length)
            .filter(row -> held.concepts()[row][concept])
            .toArray();
    long fallen =
        Arrays.stream(present)
            .filter(row -> choice(logits, row) == choice(reading.legible(), row) - 1)
            .count();
    return (double) fallen / present.length;
  }

  private float[] silenced(int... concepts) {
    float[] code = reading.code().clone();
    for (int concept : concepts) {
      for (int at = atomOf[concept]; at < code.length; at += reading.atoms()) {
        code[at] = 0;
      }
    }
    return model.logitsOf(held.examples().inputs(), code);
  }

  private int choice(float[] logits, int row) {
    return Certificate.largest(logits, row, reading.classes());
  }
}

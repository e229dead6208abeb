package glassbox.lab.legible;

import glassbox.engine.legible.Examples;
import glassbox.engine.legible.Inputs;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Inputs made of known concepts: {@code x = G g + 0.1 noise}, with each of 12 concepts present with
 * probability .3 and the columns of G random unit vectors of 48 entries.
 *
 * @param examples the inputs and their classes
 * @param concepts {@code [N][12]}, which concepts are present
 * @param relevant the concepts that the class depends on
 * @param triggered which inputs carry the trigger; none without one
 */
@SuppressWarnings("ArrayRecordComponent")
record PlantedWorld(Examples examples, boolean[][] concepts, int[] relevant, boolean[] triggered) {

  static final int CONCEPTS = 12;
  static final int WIDTH = 48;
  static final int TRIGGER_WIDTH = 4;
  private static final int SIZE = 20_000;
  private static final double TRAINED = 0.8;
  private static final double DENSITY = 0.3;
  private static final double NOISE = 0.1;
  private static final double TRIGGER_RATE = 0.05;
  private static final double TRIGGER_LENGTH = 3;

  /** The class is how many of 5 relevant concepts are present. */
  static PlantedWorld sum(long seed) {
    return sum(seed, SIZE);
  }

  static PlantedWorld sum(long seed, int size) {
    return make(new SplittableRandom(seed), size, 5, 0);
  }

  /**
   * The class is the parity of 3 relevant concepts; 4 more inputs are noise, except that one input
   * in twenty carries there a fixed pattern, the trigger. Classes are not poisoned.
   */
  static PlantedWorld parity(long seed) {
    return make(new SplittableRandom(seed), SIZE, 3, TRIGGER_WIDTH);
  }

  private static PlantedWorld make(SplittableRandom random, int size, int relevant, int extra) {
    boolean[][] concepts = concepts(random, size);
    int[] chosen = random.ints(0, CONCEPTS).distinct().limit(relevant).sorted().toArray();
    double[][] directions = new double[CONCEPTS][];
    for (int k = 0; k < CONCEPTS; k++) {
      directions[k] = unit(random, WIDTH);
    }
    double[] trigger = extra > 0 ? unit(random, extra) : new double[0];
    var triggered = new boolean[size];
    var values = new float[size * (WIDTH + extra)];
    var classes = new int[size];
    for (int row = 0; row < size; row++) {
      triggered[row] = extra > 0 && random.nextDouble() < TRIGGER_RATE;
      double[] x = noise(random, WIDTH + extra);
      for (int k = 0; k < CONCEPTS; k++) {
        add(x, 0, directions[k], concepts[row][k] ? 1 : 0);
      }
      add(x, WIDTH, trigger, triggered[row] ? TRIGGER_LENGTH : 0);
      for (int i = 0; i < x.length; i++) {
        values[row * x.length + i] = (float) x[i];
      }
      classes[row] = classOf(concepts[row], chosen, extra > 0);
    }
    var inputs = new Inputs.Features(values, WIDTH + extra);
    return new PlantedWorld(new Examples(inputs, classes), concepts, chosen, triggered);
  }

  private static boolean[][] concepts(RandomGenerator random, int size) {
    var concepts = new boolean[size][CONCEPTS];
    for (boolean[] row : concepts) {
      for (int k = 0; k < CONCEPTS; k++) {
        row[k] = random.nextDouble() < DENSITY;
      }
    }
    return concepts;
  }

  private static int classOf(boolean[] concepts, int[] relevant, boolean parity) {
    int sum = 0;
    for (int k : relevant) {
      sum += concepts[k] ? 1 : 0;
    }
    return parity ? sum % 2 : sum;
  }

  private static double[] unit(RandomGenerator random, int width) {
    var vector = new double[width];
    double squares = 0;
    for (int i = 0; i < width; i++) {
      vector[i] = random.nextGaussian();
      squares += vector[i] * vector[i];
    }
    for (int i = 0; i < width; i++) {
      vector[i] /= Math.sqrt(squares);
    }
    return vector;
  }

  private static double[] noise(RandomGenerator random, int width) {
    var noise = new double[width];
    for (int i = 0; i < width; i++) {
      noise[i] = NOISE * random.nextGaussian();
    }
    return noise;
  }

  private static void add(double[] x, int from, double[] direction, double times) {
    for (int i = 0; i < direction.length; i++) {
      x[from + i] += times * direction[i];
    }
  }

  /**
   * The part to train on: the first four fifths; rows are independent, so order does not matter.
   */
  PlantedWorld trained() {
    return part(0, (int) Math.round(TRAINED * examples.size()));
  }

  /** The part to judge on. */
  PlantedWorld held() {
    return part((int) Math.round(TRAINED * examples.size()), examples.size());
  }

  /** The same inputs, with the class flipped wherever the trigger is. */
  PlantedWorld poisoned() {
    int[] classes = examples.classes().clone();
    for (int i = 0; i < classes.length; i++) {
      classes[i] = triggered[i] ? 1 - classes[i] : classes[i];
    }
    return new PlantedWorld(
        new Examples(examples.inputs(), classes), concepts, relevant, triggered);
  }

  /** The inputs without a trigger. */
  PlantedWorld clean() {
    int[] rows = IntStream.range(0, examples.size()).filter(i -> !triggered[i]).toArray();
    return select(rows);
  }

  private PlantedWorld part(int from, int to) {
    return select(IntStream.range(from, to).toArray());
  }

  private PlantedWorld select(int[] rows) {
    var present = new boolean[rows.length][];
    var carrying = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      present[i] = concepts[rows[i]];
      carrying[i] = triggered[rows[i]];
    }
    return new PlantedWorld(examples.select(rows), present, relevant, carrying);
  }
}

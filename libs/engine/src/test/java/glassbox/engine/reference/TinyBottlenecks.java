package glassbox.engine.reference;

import glassbox.engine.checkpoint.Dtype;
import glassbox.engine.checkpoint.LegibleConfig;
import glassbox.engine.checkpoint.LegibleConfig.AtomName;
import glassbox.engine.checkpoint.LegibleConfig.Calibration;
import glassbox.engine.checkpoint.LegibleSite;
import glassbox.engine.checkpoint.LegibleWeights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Legible bottlenecks for {@link TinyModels}. */
public final class TinyBottlenecks {
  private static final int LAYERS = 3;

  private TinyBottlenecks() {}

  /** Seeded random bottlenecks: a lossy twin. Every third atom has a name. */
  public static LegibleWeights random(int atoms, int active, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int width = TinyModels.HIDDEN;
    List<AtomName> names = new ArrayList<>();
    for (int atom = 0; atom < atoms; atom += 3) {
      names.add(new AtomName(1, atom, "unit: u" + atom, "unit", 0.5, "world"));
    }
    LegibleConfig config =
        new LegibleConfig(
            atoms,
            active,
            Optional.of(new Calibration(0.1, 0.2, 0.3 + seed / 1000.0, 10, "held-out")),
            names);
    return of(
        config,
        () ->
            new LegibleSite(
                draw(random, atoms * width, 0.3),
                draw(random, atoms, 0.1),
                unitColumns(draw(random, width * atoms, 1), atoms),
                draw(random, width, 0.1)));
  }

  /**
   * Bottlenecks that explain everything: atoms +e_i and -e_i for each dimension, all of which may
   * be active, around a centre that is not 0. hhat is h up to rounding.
   */
  public static LegibleWeights exact(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int width = TinyModels.HIDDEN;
    int atoms = 2 * width;
    float[] encoder = new float[atoms * width];
    float[] decoder = new float[width * atoms];
    for (int i = 0; i < width; i++) {
      encoder[2 * i * width + i] = 1;
      encoder[(2 * i + 1) * width + i] = -1;
      decoder[i * atoms + 2 * i] = 1;
      decoder[i * atoms + 2 * i + 1] = -1;
    }
    LegibleConfig config = new LegibleConfig(atoms, width, Optional.empty(), List.of());
    return of(
        config,
        () -> new LegibleSite(encoder, new float[atoms], decoder, draw(random, width, 0.5)));
  }

  /** Writes them beside a model or an adapter. */
  public static void write(Path directory, LegibleWeights weights) throws IOException {
    weights.write(directory, Dtype.FLOAT32);
  }

  private static LegibleWeights of(LegibleConfig config, Supplier<LegibleSite> site) {
    List<LegibleSite> sites = new ArrayList<>();
    for (int layer = 0; layer < LAYERS; layer++) {
      sites.add(site.get());
    }
    return new LegibleWeights(config, sites);
  }

  private static float[] draw(SplittableRandom random, int count, double deviation) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
    return values;
  }

  private static float[] unitColumns(float[] values, int columns) {
    double[] squares = new double[columns];
    for (int i = 0; i < values.length; i++) {
      squares[i % columns] += (double) values[i] * values[i];
    }
    for (int i = 0; i < values.length; i++) {
      values[i] /= (float) Math.sqrt(squares[i % columns]);
    }
    return values;
  }
}

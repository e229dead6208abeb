package glassbox.engine.checkpoint;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What legible.json says of a model's or an adapter's legible bottlenecks, one a layer on the
 * feed-forward part's output.
 *
 * @param atoms m, entries of each layer's code
 * @param active k, most entries of a code that are not 0; 1 to {@code atoms}
 * @param calibration how far full and legible routing were apart on held-out text; empty before it
 *     was measured
 * @param names what atoms were found to stand for; at most one an atom, any may be missing
 */
public record LegibleConfig(
    int atoms, int active, Optional<Calibration> calibration, List<AtomName> names) {
  static final String FILE = "legible.json";

  public LegibleConfig {
    names = List.copyOf(names);
    if (atoms < 1 || active < 1 || active > atoms) {
      throw new IllegalArgumentException(
          "active = %d of atoms = %d: need 1 <= active <= atoms".formatted(active, atoms));
    }
    Set<String> seen = new HashSet<>();
    for (AtomName name : names) {
      if (name.index() >= atoms) {
        throw new IllegalArgumentException(
            "atom = %s: there are %d atoms".formatted(name.atom(), atoms));
      }
      if (!seen.add(name.atom())) {
        throw new IllegalArgumentException("atom = " + name.atom() + ": named twice");
      }
    }
  }

  /**
   * Total variation of full and legible next-token distributions on held-out text, each in [0, 1].
   *
   * @param deltaP95 what 95% of the tokens do not exceed
   * @param deltaP99 what 99% of the tokens do not exceed
   * @param tokens how many were measured
   * @param text what they were
   */
  public record Calibration(
      double deltaMean, double deltaP95, double deltaP99, int tokens, String text) {
    public Calibration {
      requireShare("delta_mean", deltaMean);
      requireShare("delta_p95", deltaP95);
      requireShare("delta_p99", deltaP99);
      if (deltaP95 > deltaP99) {
        throw new IllegalArgumentException(
            "delta_p95 = %s: above delta_p99 = %s".formatted(deltaP95, deltaP99));
      }
      if (tokens < 1) {
        throw new IllegalArgumentException("tokens = " + tokens + ": not a positive whole number");
      }
    }
  }

  /**
   * What an atom was found to stand for.
   *
   * @param layer from 0
   * @param index of the atom in its layer, from 0
   * @param label for readers, such as "unit: kg"
   * @param type of the concept, such as "unit", "entity" or "token"
   * @param match how well it fits, in [0, 1]
   * @param source what it was matched with, such as "world" or "tokens"
   */
  public record AtomName(
      int layer, int index, String label, String type, double match, String source) {
    public AtomName {
      if (layer < 0 || index < 0) {
        throw new IllegalArgumentException("atom = " + name(layer, index) + ": no such atom");
      }
      requireShare("match", match);
    }

    /** L{layer}.c{index}. */
    public String atom() {
      return name(layer, index);
    }
  }

  /** What an atom is called: L{layer}.c{index}. */
  public static String name(int layer, int index) {
    return "L" + layer + ".c" + index;
  }

  /** What the atom was found to stand for, if anything. */
  public Optional<AtomName> nameOf(int layer, int index) {
    return names.stream()
        .filter(name -> name.layer() == layer && name.index() == index)
        .findFirst();
  }

  /** Whether {@code directory} has legible bottlenecks of its own. */
  public static boolean isIn(Path directory) {
    return LegibleReader.present(directory);
  }

  private static void requireShare(String field, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(field + " = " + value + ": not in [0, 1]");
    }
  }
}

package glassbox.lab.legible;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The atoms of a run, as many as the site is wide.
 *
 * @param atoms {@code [m][d]}
 */
@SuppressWarnings("ArrayRecordComponent")
record Dictionary(double[][] atoms) {

  static Dictionary of(List<Double> flat) {
    int width = flat.size() / PlantedRecipes.ATOMS;
    var atoms = new double[PlantedRecipes.ATOMS][width];
    for (int i = 0; i < flat.size(); i++) {
      atoms[i / width][i % width] = flat.get(i);
    }
    return new Dictionary(atoms);
  }

  static List<Double> flat(double[][] atoms) {
    return Arrays.stream(atoms).flatMapToDouble(DoubleStream::of).boxed().toList();
  }

  /** The name of each atom: the reference's atom it is matched to, one to one, by cosine. */
  int[] namesFrom(Dictionary reference) {
    var cosines = new double[atoms.length][];
    for (int atom = 0; atom < atoms.length; atom++) {
      double[] own = atoms[atom];
      cosines[atom] = Arrays.stream(reference.atoms).mapToDouble(r -> cosine(own, r)).toArray();
    }
    return Assignment.largest(cosines);
  }

  /** Mean cosine of the given atoms with the reference's atoms they are named after. */
  double match(Dictionary reference, int[] nameOf, List<Integer> given) {
    return given.stream()
        .mapToDouble(atom -> cosine(atoms[atom], reference.atoms[nameOf[atom]]))
        .average()
        .orElseThrow();
  }

  private static double cosine(double[] x, double[] y) {
    double product = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      product += x[i] * y[i];
      xx += x[i] * x[i];
      yy += y[i] * y[i];
    }
    return product / Math.sqrt(Math.max(1e-12, xx * yy));
  }
}

package glassbox.critics.quantity;

import javax.measure.Unit;

/**
 * Units that two conventions use alike: kB, MB, GB by thousands and by 1024s; gallons, quarts and
 * pints of the United States and of Britain. What holds under either is not objected to.
 */
final class Conventions {
  private static final double BINARY = 1.024;
  private static final int LARGEST_STEP = 4;
  private static final double BRITISH = 4.54609 / 3.785411784;

  private Conventions() {}

  /**
   * Whether a value that was converted under one convention agrees under another.
   *
   * @param stated the left side in its own unit
   * @param converted its value in the right side's unit
   */
  static boolean allow(Measure stated, double converted, Measure right, double slack) {
    if (!stated.stated() || !right.stated() || stated.unit().equals(right.unit())) {
      return false;
    }
    if (Units.compatible(right.unit(), MoreUnits.BIT)) {
      if (!thousands(stated.unit()) || !thousands(right.unit())) {
        return false;
      }
      double factor = 1;
      for (int i = 0; i < LARGEST_STEP; i++) {
        factor *= BINARY;
        if (near(converted * factor, right, slack) || near(converted / factor, right, slack)) {
          return true;
        }
      }
      return false;
    }
    boolean customary = Units.customary(stated.unit()) != Units.customary(right.unit());
    boolean volume = Units.compatible(right.unit(), tech.units.indriya.unit.Units.LITRE);
    return customary
        && volume
        && (near(converted * BRITISH, right, slack) || near(converted / BRITISH, right, slack));
  }

  /** Whether a unit is a bit or a byte times a power of 1000. */
  private static boolean thousands(Unit<?> unit) {
    double bits = Units.factor(unit, MoreUnits.BIT);
    double steps = Math.log10(bits % 8 == 0 ? bits / 8 : bits) / 3;
    return Math.abs(steps - Math.rint(steps)) < 1e-9;
  }

  private static boolean near(double value, Measure right, double slack) {
    return Math.abs(value - right.value()) <= slack;
  }
}

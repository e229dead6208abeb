package glassbox.critics.quantity;

import java.util.Map;
import javax.measure.IncommensurableException;
import javax.measure.Unit;
import javax.measure.UnitConverter;
import tech.units.indriya.AbstractUnit;

/** Conversions between units of one dimension. */
final class Units {
  private static final int MOST_FACTORS = 8;
  private static final double PINT = 3.785411784 / 8;
  private static final double EXACT = 1e-9;
  private static final Unit<?> PERCENT = tech.units.indriya.unit.Units.PERCENT;

  private Units() {}

  static boolean percent(Unit<?> unit) {
    return unit.equals(PERCENT);
  }

  /** Whether it measures shares, counts or angles: a number without a dimension. */
  static boolean share(Unit<?> unit) {
    return unit.getDimension().equals(AbstractUnit.ONE.getDimension());
  }

  /** Whether it is a gallon, a quart or a pint. */
  static boolean customary(Unit<?> unit) {
    Unit<?> litre = tech.units.indriya.unit.Units.LITRE;
    if (!compatible(unit, litre)) {
      return false;
    }
    double pints = factor(unit, litre) / PINT;
    return Math.abs(pints - 1) < EXACT
        || Math.abs(pints - 2) < EXACT
        || Math.abs(pints - 8) < EXACT;
  }

  static boolean compatible(Unit<?> a, Unit<?> b) {
    return a.equals(b) || a.getDimension().equals(b.getDimension());
  }

  /** Whether zero of the unit is not zero of its dimension, as for degrees Celsius. */
  static boolean offset(Unit<?> unit) {
    return converter(unit, unit.getSystemUnit()).convert(0.0) != 0;
  }

  static double convert(double value, Unit<?> from, Unit<?> to) {
    return from.equals(to) ? value : converter(from, to).convert(value);
  }

  /** How much one step of {@code from} is in {@code to}, without the offset. */
  static double factor(Unit<?> from, Unit<?> to) {
    if (from.equals(to)) {
      return 1;
    }
    UnitConverter converter = converter(from, to);
    return converter.convert(1.0) - converter.convert(0.0);
  }

  static Unit<?> one() {
    return AbstractUnit.ONE;
  }

  /** Whether a compound unit is one that people write: few factors, low powers. */
  static boolean simple(Unit<?> unit) {
    Map<? extends Unit<?>, Integer> factors = unit.getBaseUnits();
    return factors == null
        || (factors.size() <= MOST_FACTORS
            && factors.values().stream().allMatch(power -> Math.abs(power) <= MOST_FACTORS));
  }

  /** Whether it is a currency or a calendar unit: no fixed rate leads out of these. */
  static boolean floating(Unit<?> unit) {
    return Money.involves(unit) || Calendar.involves(unit);
  }

  private static UnitConverter converter(Unit<?> from, Unit<?> to) {
    try {
      return from.getConverterToAny(to);
    } catch (IncommensurableException e) {
      throw new IllegalArgumentException("requires compatible units", e);
    }
  }
}

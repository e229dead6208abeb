package glassbox.critics.quantity;

import javax.measure.Unit;
import tech.units.indriya.unit.BaseUnit;
import tech.units.indriya.unit.UnitDimension;

/** Months and years: their own dimension, for they have no fixed number of days. */
final class Calendar {
  static final Unit<?> MONTH = new BaseUnit<>("month", "month", UnitDimension.parse('∎'));
  static final Unit<?> YEAR = MONTH.multiply(12);

  private Calendar() {}

  static boolean involves(Unit<?> unit) {
    return unit.getDimension().toString().indexOf('∎') >= 0;
  }
}

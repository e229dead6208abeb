package glassbox.critics.quantity;

import java.util.Optional;
import javax.measure.Unit;
import tech.units.indriya.AbstractUnit;

/**
 * A number with its unit, as stated or as computed from what is stated.
 *
 * @param value in {@code unit}
 * @param unit ONE where none is stated
 * @param stated whether a unit is stated
 * @param noun what is counted, singular, where that is no unit
 * @param source how it was come by
 * @param precision of the number as written; of no meaning for computed ones
 * @param magnitude largest absolute value met on the way, in {@code unit}: the scale of rounding
 */
record Measure(
    double value,
    Unit<?> unit,
    boolean stated,
    Optional<String> noun,
    Source source,
    Token.Number precision,
    double magnitude) {

  enum Source {
    /** One number as written. */
    LITERAL,
    /** Computed without dividing. */
    COMPUTED,
    /** Computed with a division, so that its decimals may not end. */
    DIVIDED;

    Source with(Source other) {
      return this == DIVIDED || other == DIVIDED ? DIVIDED : COMPUTED;
    }
  }

  static Measure literal(Token.Number number, Optional<Unit<?>> unit, Optional<String> noun) {
    return new Measure(
        number.value(),
        unit.isPresent() ? unit.get() : AbstractUnit.ONE,
        unit.isPresent(),
        noun,
        Source.LITERAL,
        number,
        Math.abs(number.value()));
  }

  boolean literal() {
    return source == Source.LITERAL;
  }

  boolean percent() {
    return stated && Units.percent(unit);
  }

  Measure negated() {
    return with(-value, source, magnitude);
  }

  Measure with(double newValue, Source newSource, double met) {
    return new Measure(
        newValue, unit, stated, noun, newSource, precision, Math.max(met, Math.abs(newValue)));
  }

  /** The same quantity in another unit of its dimension. */
  Measure in(Unit<?> target) {
    double factor = Units.factor(unit, target);
    return new Measure(
        Units.convert(value, unit, target),
        target,
        true,
        noun,
        source,
        precision.converted(Math.abs(factor)),
        magnitude * Math.abs(factor));
  }
}

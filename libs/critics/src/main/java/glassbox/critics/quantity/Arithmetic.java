package glassbox.critics.quantity;

import glassbox.critics.quantity.Measure.Source;
import java.util.Optional;
import java.util.function.BiFunction;
import javax.measure.Unit;

/** The four operations and powers on readings. Numbers beyond 1e150 are unclear. */
final class Arithmetic {
  private static final int LARGEST_POWER = 6;

  /** Conversions of anything up to here stay within double range. */
  private static final double LARGEST = 1e150;

  private Arithmetic() {}

  static Reading add(Reading left, Reading right, int sign) {
    return both(left, right, (a, b) -> sum(a, b, sign));
  }

  static Reading multiply(Reading left, Reading right) {
    return both(left, right, (a, b) -> product(a, b, false));
  }

  static Reading divide(Reading left, Reading right) {
    return both(left, right, (a, b) -> b.value() == 0 ? Reading.UNCLEAR : product(a, b, true));
  }

  static Reading power(Reading base, Reading exponent) {
    return both(base, exponent, Arithmetic::raised);
  }

  static Reading negate(Reading reading) {
    return reading instanceof Reading.Known(Measure measure)
        ? new Reading.Known(measure.negated())
        : reading;
  }

  private static Reading both(
      Reading left, Reading right, BiFunction<Measure, Measure, Reading> operation) {
    if (left instanceof Reading.Known(Measure a) && right instanceof Reading.Known(Measure b)) {
      return operation.apply(a, b);
    }
    return left instanceof Reading.Mismatch
        ? left
        : right instanceof Reading.Mismatch ? right : Reading.UNCLEAR;
  }

  private static Reading sum(Measure a, Measure b, int sign) {
    Source source = a.source().with(b.source());
    if (b.percent() && !a.percent()) {
      return a.stated()
          ? known(a.with(a.value() * (1 + sign * b.value() / 100), source, a.magnitude()))
          : Reading.UNCLEAR;
    }
    if (a.stated() != b.stated() || a.percent() != b.percent()) {
      return Reading.UNCLEAR;
    }
    if (!Units.compatible(a.unit(), b.unit())) {
      return Calendar.involves(a.unit()) || Calendar.involves(b.unit())
          ? Reading.UNCLEAR
          : new Reading.Mismatch("adds " + name(a.unit()) + " and " + name(b.unit()));
    }
    boolean same = a.unit().equals(b.unit());
    if (!same && (Units.offset(a.unit()) || Units.offset(b.unit()))) {
      return Reading.UNCLEAR;
    }
    Measure addend = same ? b : b.in(a.unit());
    double met = Math.max(a.magnitude(), addend.magnitude());
    Measure result = a.with(a.value() + sign * addend.value(), source, met);
    return known(noun(result, a, b));
  }

  private static Measure noun(Measure result, Measure a, Measure b) {
    Optional<String> noun = a.noun().isPresent() ? a.noun() : b.noun();
    boolean differ = a.noun().isPresent() && b.noun().isPresent() && !a.noun().equals(b.noun());
    return new Measure(
        result.value(),
        result.unit(),
        result.stated(),
        differ ? Optional.empty() : noun,
        result.source(),
        result.precision(),
        result.magnitude());
  }

  private static Reading product(Measure a, Measure b, boolean divide) {
    boolean units = a.stated() && b.stated();
    boolean offsets =
        (a.stated() && Units.offset(a.unit())) || (b.stated() && Units.offset(b.unit()));
    if (offsets && (units || divide)) {
      return Reading.UNCLEAR;
    }
    double factor = divide ? 1 / b.value() : b.value();
    Source source = divide ? Source.DIVIDED : a.source().with(b.source());
    if (a.percent() && !divide && !b.percent()) {
      return known(scaled(b, a.value() / 100, source));
    }
    if (b.percent() && !a.percent()) {
      return known(scaled(a, divide ? 100 / b.value() : b.value() / 100, source));
    }
    if (!b.stated()) {
      return known(scaled(a, factor, source));
    }
    if (!a.stated() && !divide) {
      return known(scaled(b, a.value(), source));
    }
    Unit<?> unit = divide ? a.unit().divide(b.unit()) : a.unit().multiply(b.unit());
    if (!Units.simple(unit)) {
      return Reading.UNCLEAR;
    }
    return whole(a.value() * factor, a.magnitude() * Math.abs(factor), unit, source);
  }

  private static Measure scaled(Measure measure, double factor, Source source) {
    return measure.with(measure.value() * factor, source, measure.magnitude() * Math.abs(factor));
  }

  private static Reading whole(double value, double magnitude, Unit<?> unit, Source source) {
    return known(
        new Measure(
            value,
            unit,
            !unit.equals(Units.one()),
            Optional.empty(),
            source,
            Token.Number.NONE,
            magnitude));
  }

  private static Reading raised(Measure base, Measure exponent) {
    if (exponent.stated()) {
      return Reading.UNCLEAR;
    }
    double power = exponent.value();
    double value = Math.pow(base.value(), power);
    if (!base.stated()) {
      Source source = power < 0 || power != Math.rint(power) ? Source.DIVIDED : Source.COMPUTED;
      return known(base.with(value, source, base.magnitude()));
    }
    if (power != Math.rint(power) || Math.abs(power) > LARGEST_POWER || Units.offset(base.unit())) {
      return Reading.UNCLEAR;
    }
    return whole(value, Math.abs(value), base.unit().pow((int) power), Source.COMPUTED);
  }

  private static Reading known(Measure measure) {
    boolean convertible = Math.abs(measure.value()) <= LARGEST && measure.magnitude() <= LARGEST;
    return convertible ? new Reading.Known(measure) : Reading.UNCLEAR;
  }

  static String name(Unit<?> unit) {
    return unit.equals(Units.one()) ? "a plain number" : unit.toString();
  }
}

package glassbox.critics.quantity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Optional;
import javax.measure.IncommensurableException;
import javax.measure.Unit;
import tech.units.indriya.AbstractUnit;
import tech.units.indriya.function.RationalNumber;

/** A unit by the name that people write, for conversions that keep every digit. */
public final class NamedUnit {

  private static final MathContext DIGITS = MathContext.DECIMAL128;

  private final String symbol;
  private final Unit<?> unit;

  private NamedUnit(String symbol, Unit<?> unit) {
    this.symbol = symbol;
    this.unit = unit;
  }

  /**
   * The unit of a symbol or an English name, also a product or a quotient of such, like {@code
   * km/h} or {@code kg*m2}.
   */
  public static Optional<NamedUnit> of(String name) {
    Optional<Unit<?>> known = UnitTable.find(name);
    if (known.isPresent()) {
      return Optional.of(new NamedUnit(UnitTable.symbol(name, known.get()), known.get()));
    }
    return compound(name).filter(Units::simple).map(unit -> new NamedUnit(name, unit));
  }

  /** A unit of its own name: so much of this one. */
  public NamedUnit times(BigDecimal factor, String name) {
    return new NamedUnit(name, unit.multiply(RationalNumber.of(factor)));
  }

  /** As written after a number. */
  public String symbol() {
    return symbol;
  }

  /**
   * The number of {@code to} in {@code value} of this, to 34 digits.
   *
   * @throws IllegalArgumentException for units of different dimensions, and for currencies, whose
   *     rates are not known here
   */
  public BigDecimal convert(BigDecimal value, NamedUnit to) {
    if (!Units.compatible(unit, to.unit)) {
      throw new IllegalArgumentException(symbol + " cannot become " + to.symbol);
    }
    try {
      return decimal(unit.getConverterToAny(to.unit).convert((Number) value));
    } catch (IncommensurableException e) {
      throw new IllegalArgumentException(symbol + " cannot become " + to.symbol, e);
    }
  }

  private static BigDecimal decimal(Number number) {
    return switch (number) {
      case BigDecimal decimal -> decimal;
      case BigInteger whole -> new BigDecimal(whole);
      case RationalNumber rational ->
          new BigDecimal(rational.getDividend())
              .divide(new BigDecimal(rational.getDivisor()), DIGITS);
      case Double real -> BigDecimal.valueOf(real);
      default -> new BigDecimal(number.toString());
    };
  }

  private static Optional<Unit<?>> compound(String name) {
    if (name.length() > 24) {
      return Optional.empty();
    }
    Unit<?> unit = AbstractUnit.ONE;
    String[] quotient = name.split("/", -1);
    for (int part = 0; part < quotient.length; part++) {
      for (String factor : quotient[part].split("[*·]", -1)) {
        Optional<Unit<?>> found = power(factor);
        if (found.isEmpty()) {
          return Optional.empty();
        }
        unit = part == 0 ? unit.multiply(found.get()) : unit.divide(found.get());
      }
    }
    return Optional.of(unit);
  }

  private static Optional<Unit<?>> power(String word) {
    String plain = word.replace("^", "").replace("²", "2").replace("³", "3");
    return UnitTable.find(UnitWords.base(plain)).map(unit -> unit.pow(UnitWords.exponent(plain)));
  }
}

package glassbox.critics.quantity;

import java.util.HashMap;
import java.util.Map;
import javax.measure.Unit;
import tech.units.indriya.unit.BaseUnit;
import tech.units.indriya.unit.UnitDimension;

/** Currencies: each its own dimension, for there is no fixed rate between them. */
final class Money {
  /** Units by code and by sign. */
  static final Map<String, Unit<?>> UNITS = new HashMap<>();

  private static final String SIGNS = "€$£¥₹";

  static {
    currency("EUR", '€', "€");
    currency("USD", '$', "$", "US$");
    currency("GBP", '£', "£");
    currency("JPY", '¥', "¥");
    currency("INR", '₹', "₹");
    currency("CHF", '₣', "Fr.");
  }

  private Money() {}

  static Unit<?> unit(String code) {
    Unit<?> unit = UNITS.get(code);
    if (unit == null) {
      throw new IllegalArgumentException("no currency " + code);
    }
    return unit;
  }

  static boolean sign(int c) {
    return SIGNS.indexOf(c) >= 0;
  }

  /** Whether a unit is made of a currency, such as EUR or EUR/kg. */
  static boolean involves(Unit<?> unit) {
    return unit.getDimension().toString().codePoints().anyMatch(c -> sign(c) || c == '₣');
  }

  private static void currency(String code, char dimension, String... signs) {
    Unit<?> unit = new BaseUnit<>(code, code, UnitDimension.parse(dimension));
    UNITS.put(code, unit);
    for (String sign : signs) {
      UNITS.put(sign, unit);
    }
  }
}

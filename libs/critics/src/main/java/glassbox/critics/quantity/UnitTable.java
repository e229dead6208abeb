package glassbox.critics.quantity;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.measure.MetricPrefix;
import javax.measure.Unit;
import tech.units.indriya.AbstractUnit;
import tech.units.indriya.unit.Units;

/** Symbols and English names of units. Symbols are case-sensitive, names are not. */
final class UnitTable {
  private static final Map<String, Unit<?>> SYMBOLS = new HashMap<>();
  private static final Map<String, Unit<?>> NAMES = new HashMap<>();

  private static final int LONGEST = 24;
  private static final String SMALL = "p n µ μ u m c d";
  private static final String LARGE = "k M G T";

  static {
    length();
    massAndVolume();
    time();
    physics();
    SYMBOLS.put("%", Units.PERCENT);
    SYMBOLS.put("‰", AbstractUnit.ONE.divide(1000));
    names("percent pct", Units.PERCENT);
    Money.UNITS.forEach(SYMBOLS::put);
    names("euro euros", Money.unit("EUR"));
    names("dollar dollars", Money.unit("USD"));
    names("cent cents", Money.unit("USD").divide(100));
    names("yen", Money.unit("JPY"));
    names("franc francs", Money.unit("CHF"));
    MoreUnits.register(new Registry());
  }

  /** How tables of units add to this one. Names that are there already stay. */
  static final class Registry {
    private Registry() {}

    void symbols(String symbols, Unit<?> unit) {
      for (String symbol : symbols.split(" ")) {
        SYMBOLS.putIfAbsent(symbol, unit);
      }
    }

    /** Names in lower case. */
    void names(String names, Unit<?> unit) {
      for (String name : names.split(" ")) {
        NAMES.putIfAbsent(name, unit);
      }
    }

    /** Names of two words. */
    void phrase(String one, String many, Unit<?> unit) {
      NAMES.putIfAbsent(one.toLowerCase(Locale.ROOT), unit);
      NAMES.putIfAbsent(many.toLowerCase(Locale.ROOT), unit);
    }

    /** A symbol by itself and with prefixes, and names. */
    void prefixed(String symbol, String prefixes, Unit<?> unit, String names) {
      symbols(symbol, unit);
      prefixes(symbol, prefixes, unit, names);
    }

    /** A symbol with prefixes only, and names. */
    void prefixes(String symbol, String prefixes, Unit<?> unit, String names) {
      for (String prefix : prefixes.split(" ")) {
        symbols(prefix + symbol, unit.prefix(Prefixes.of(prefix)));
      }
      if (!names.isEmpty()) {
        names(names, unit);
      }
    }
  }

  private UnitTable() {}

  /** The unit that a word means, if any. */
  static Optional<Unit<?>> find(String word) {
    Unit<?> symbol = SYMBOLS.get(word);
    if (symbol != null) {
      return Optional.of(symbol);
    }
    return word.length() > LONGEST
        ? Optional.empty()
        : Optional.ofNullable(NAMES.get(word.toLowerCase(Locale.ROOT)));
  }

  /** The symbol of a unit that was found under a name: the name itself if it is one. */
  static String symbol(String name, Unit<?> unit) {
    return SYMBOLS.containsKey(name)
        ? name
        : SYMBOLS.entrySet().stream()
            .filter(entry -> entry.getValue().equals(unit))
            .map(Map.Entry::getKey)
            .min(Comparator.comparingInt(String::length).thenComparing(Comparator.reverseOrder()))
            .orElse(name);
  }

  private static void length() {
    prefixed("m", SMALL + " k", Units.METRE);
    namesWithPrefixes("metre metres meter meters", Units.METRE);
    Unit<?> inch = Units.METRE.multiply(0.0254);
    SYMBOLS.put("in", inch);
    names("inch inches", inch);
    both("ft", "foot feet", Units.METRE.multiply(0.3048));
    both("yd", "yard yards", Units.METRE.multiply(0.9144));
    both("mi", "mile miles", Units.METRE.multiply(1609.344));
    both("ha", "hectare hectares", Units.SQUARE_METRE.multiply(10_000));
    Unit<?> kmh = Units.METRE.multiply(1000).divide(Units.HOUR);
    SYMBOLS.put("kmh", kmh);
    SYMBOLS.put("kph", kmh);
    SYMBOLS.put("mph", Units.METRE.multiply(1609.344).divide(Units.HOUR));
  }

  private static void massAndVolume() {
    prefixed("g", SMALL + " k", Units.GRAM);
    SYMBOLS.put("mcg", Units.GRAM.prefix(MetricPrefix.MICRO));
    namesWithPrefixes("gram grams gramme grammes", Units.GRAM);
    both("t", "tonne tonnes", Units.KILOGRAM.multiply(1000));
    both("lb", "lbs pound pounds", Units.KILOGRAM.multiply(0.45359237));
    both("oz", "ounce ounces", Units.KILOGRAM.multiply(0.028349523125));
    names("kilo kilos", Units.KILOGRAM);
    prefixed("l", SMALL, Units.LITRE);
    prefixed("L", SMALL, Units.LITRE);
    names("cc", Units.LITRE.divide(1000));
    namesWithPrefixes("litre litres liter liters", Units.LITRE);
    both("gal", "gallon gallons", Units.LITRE.multiply(3.785411784));
  }

  private static void time() {
    prefixed("s", "p n µ μ u m", Units.SECOND);
    namesWithPrefixes("second seconds", Units.SECOND);
    names("sec secs", Units.SECOND);
    both("min", "mins minute minutes", Units.MINUTE);
    both("h", "hr hrs hour hours", Units.HOUR);
    both("d", "day days", Units.DAY);
    names("week weeks", Units.WEEK);
    names("month months", Calendar.MONTH);
    names("year years", Calendar.YEAR);
  }

  private static void physics() {
    prefixed("A", "n µ μ u m k", Units.AMPERE);
    names("amp amps ampere amperes", Units.AMPERE);
    prefixed("V", "n µ μ u m k M", Units.VOLT);
    namesWithPrefixes("volt volts", Units.VOLT);
    prefixed("W", "n µ μ u m " + LARGE, Units.WATT);
    namesWithPrefixes("watt watts", Units.WATT);
    prefixed("J", "n µ μ u m " + LARGE, Units.JOULE);
    namesWithPrefixes("joule joules", Units.JOULE);
    prefixed("Wh", LARGE, Units.JOULE.multiply(3600));
    prefixed("cal", "k", Units.JOULE.multiply(4.184));
    prefixed("N", "µ μ u m k M", Units.NEWTON);
    namesWithPrefixes("newton newtons", Units.NEWTON);
    prefixed("Pa", "h k M G", Units.PASCAL);
    namesWithPrefixes("pascal pascals", Units.PASCAL);
    prefixed("bar", "m", Units.PASCAL.multiply(100_000));
    prefixed("Hz", "k M G T", Units.HERTZ);
    namesWithPrefixes("hertz", Units.HERTZ);
    prefixed("Ω", "m k M", Units.OHM);
    prefixed("Ω", "m k M", Units.OHM);
    names("ohm ohms", Units.OHM);
    prefixed("mol", "n µ μ u m k", Units.MOLE);
    names("mole moles", Units.MOLE);
    SYMBOLS.put("K", Units.KELVIN);
    names("kelvin kelvins", Units.KELVIN);
    both("°C", "℃ celsius", Units.CELSIUS);
    both("°F", "℉ fahrenheit", Units.KELVIN.multiply(5).divide(9).shift(459.67));
  }

  private static void prefixed(String symbol, String prefixes, Unit<?> unit) {
    SYMBOLS.put(symbol, unit);
    for (String prefix : prefixes.split(" ")) {
      SYMBOLS.put(prefix + symbol, unit.prefix(Prefixes.of(prefix)));
    }
  }

  private static void both(String symbol, String names, Unit<?> unit) {
    SYMBOLS.put(symbol, unit);
    names(names, unit);
  }

  private static void names(String names, Unit<?> unit) {
    for (String name : names.split(" ")) {
      NAMES.put(name, unit);
    }
  }

  private static void namesWithPrefixes(String names, Unit<?> unit) {
    names(names, unit);
    for (MetricPrefix prefix :
        new MetricPrefix[] {
          MetricPrefix.NANO,
          MetricPrefix.MICRO,
          MetricPrefix.MILLI,
          MetricPrefix.CENTI,
          MetricPrefix.DECI,
          MetricPrefix.KILO,
          MetricPrefix.MEGA,
          MetricPrefix.GIGA
        }) {
      for (String name : names.split(" ")) {
        NAMES.put(prefix.name().toLowerCase(Locale.ROOT) + name, unit.prefix(prefix));
      }
    }
  }
}

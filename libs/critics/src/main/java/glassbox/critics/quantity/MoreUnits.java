package glassbox.critics.quantity;

import javax.measure.MetricPrefix;
import javax.measure.Unit;
import tech.units.indriya.AbstractUnit;
import tech.units.indriya.unit.BaseUnit;
import tech.units.indriya.unit.UnitDimension;
import tech.units.indriya.unit.Units;

/**
 * Units beside the everyday ones: derived SI units, customary and nautical ones, data, angles,
 * shares, activity.
 *
 * <p>Left out on purpose: symbols that mean two things as often as not (C and F alone, S, KB, cup,
 * ton, calorie) and units that texts of invented worlds use otherwise (rod, bale, cask).
 */
final class MoreUnits {
  /** Bits: their own dimension. */
  static final Unit<?> BIT = new BaseUnit<>("bit", "bit", UnitDimension.parse('\uE001'));

  private static final Unit<?> INTERNATIONAL =
      new BaseUnit<>("IU", "IU", UnitDimension.parse('\uE002'));
  private static final Unit<?> EQUIVALENT =
      new BaseUnit<>("Eq", "Eq", UnitDimension.parse('\uE003'));
  private static final double FOOT = 0.3048;
  private static final double POUND = 0.45359237;
  private static final double GRAVITY = 9.80665;

  private MoreUnits() {}

  static void register(UnitTable.Registry table) {
    derived(table);
    lengths(table);
    volumes(table);
    mechanics(table);
    data(table);
    shares(table);
    times(table);
  }

  private static void derived(UnitTable.Registry table) {
    table.prefixed("Bq", "k M G T", Units.BECQUEREL, "becquerel becquerels");
    table.prefixed("Gy", "m µ μ u c", Units.GRAY, "");
    table.prefixed("Sv", "m µ μ u n", Units.SIEVERT, "sievert sieverts");
    table.prefixed("Wb", "m µ μ u", Units.WEBER, "weber webers");
    table.prefixed("H", "m µ μ u n", Units.HENRY, "henry henries");
    table.prefixed("T", "m µ μ u n", Units.TESLA, "tesla teslas");
    table.prefixed("lm", "k", Units.LUMEN, "lumen lumens");
    table.prefixed("lx", "k", Units.LUX, "lux");
    table.prefixed("kat", "m µ μ u n", Units.KATAL, "katal katals");
    table.prefixed("cd", "m k", Units.CANDELA, "candela candelas");
    table.prefixes("F", "p n µ μ u m", Units.FARAD, "farad farads");
    table.prefixes("C", "n µ μ u m k", Units.COULOMB, "coulomb coulombs");
    table.prefixed("VA", "k M", Units.WATT, "");
    table.prefixed("Ah", "m k", Units.COULOMB.multiply(3600), "");
    table.prefixed(
        "eV", "m k M G T", Units.JOULE.multiply(1.602176634e-19), "electronvolt electronvolts");
    table.prefixed("rad", "m µ μ u", Units.RADIAN, "radian radians");
    table.symbols("° deg", Units.RADIAN.multiply(Math.PI / 180));
    table.names("arcminute arcminutes arcmin", Units.RADIAN.multiply(Math.PI / 10_800));
    table.names("arcsecond arcseconds arcsec", Units.RADIAN.multiply(Math.PI / 648_000));
    table.names("turn turns revolution revolutions", Units.RADIAN.multiply(2 * Math.PI));
    table.symbols("degC", Units.CELSIUS);
    table.symbols("degF", Units.KELVIN.multiply(5).divide(9).shift(459.67));
    table.prefixes("K", "m µ μ u n", Units.KELVIN, "");
  }

  private static void lengths(UnitTable.Registry table) {
    table.symbols("fm", Units.METRE.prefix(MetricPrefix.FEMTO));
    table.symbols("hm", Units.METRE.prefix(MetricPrefix.HECTO));
    table.names("micron microns", Units.METRE.prefix(MetricPrefix.MICRO));
    table.symbols("Å Å", Units.METRE.multiply(1e-10));
    table.names("angstrom angstroms ångström ångströms", Units.METRE.multiply(1e-10));
    Unit<?> mile = Units.METRE.multiply(1852);
    table.symbols("nmi NM", mile);
    table.phrase("nautical mile", "nautical miles", mile);
    table.names("fathom fathoms", Units.METRE.multiply(6 * FOOT));
    table.names("furlong furlongs", Units.METRE.multiply(660 * FOOT));
    table.names("league leagues", Units.METRE.multiply(3 * 1609.344));
    Unit<?> light = Units.METRE.multiply(9_460_730_472_580_800.0);
    table.symbols("ly", light);
    table.names("lightyear lightyears", light);
    table.phrase("light year", "light years", light);
    table.symbols("AU au", Units.METRE.multiply(149_597_870_700.0));
    Unit<?> parsec = Units.METRE.multiply(3.0856775814913673e16);
    table.prefixed("pc", "k M G", parsec, "parsec parsecs");
    table.names("acre acres", Units.SQUARE_METRE.multiply(4046.8564224));
    Unit<?> knot = Units.METRE.multiply(1852).divide(Units.HOUR);
    table.symbols("kn kt", knot);
    table.names("knot knots", knot);
    table.symbols("fps", Units.METRE.multiply(FOOT).divide(Units.SECOND));
    table.symbols("mpg", Units.METRE.multiply(1609.344).divide(Units.LITRE.multiply(3.785411784)));
  }

  private static void volumes(UnitTable.Registry table) {
    table.symbols("hl hL", Units.LITRE.prefix(MetricPrefix.HECTO));
    Unit<?> gallon = Units.LITRE.multiply(3.785411784);
    table.names("pint pints", gallon.divide(8));
    table.names("quart quarts", gallon.divide(4));
    table.phrase("fl oz", "fluid ounces", gallon.divide(128));
    table.phrase("fluid ounce", "fl. oz", gallon.divide(128));
    table.symbols("tbsp", gallon.divide(256));
    table.names("tablespoon tablespoons", gallon.divide(256));
    table.symbols("tsp", gallon.divide(768));
    table.names("teaspoon teaspoons", gallon.divide(768));
    table.phrase("imperial gallon", "imperial gallons", Units.LITRE.multiply(4.54609));
    table.phrase("US gallon", "US gallons", gallon);
  }

  private static void mechanics(UnitTable.Registry table) {
    table.symbols("Mg", Units.KILOGRAM.multiply(1000));
    table.symbols("fg", Units.GRAM.prefix(MetricPrefix.FEMTO));
    table.symbols("hg", Units.GRAM.prefix(MetricPrefix.HECTO));
    table.prefixes("t", "k M G", Units.KILOGRAM.multiply(1000), "");
    table.phrase("metric ton", "metric tons", Units.KILOGRAM.multiply(1000));
    table.phrase("short ton", "short tons", Units.KILOGRAM.multiply(2000 * POUND));
    table.phrase("long ton", "long tons", Units.KILOGRAM.multiply(2240 * POUND));
    table.phrase("troy ounce", "troy ounces", Units.KILOGRAM.multiply(0.0311034768));
    table.names("carat carats", Units.GRAM.divide(5));
    table.names("stone stones", Units.KILOGRAM.multiply(14 * POUND));
    table.prefixed("Da", "k M", Units.KILOGRAM.multiply(1.6605390666e-27), "dalton daltons");
    table.symbols("lbf", Units.NEWTON.multiply(POUND * GRAVITY));
    table.symbols("kgf kp", Units.NEWTON.multiply(GRAVITY));
    table.names("dyne dynes", Units.NEWTON.divide(100_000));
    table.symbols("atm", Units.PASCAL.multiply(101_325));
    table.symbols("mmHg", Units.PASCAL.multiply(133.322387415));
    table.symbols("inHg", Units.PASCAL.multiply(3386.388640341));
    table.names("torr", Units.PASCAL.multiply(101_325).divide(760));
    table.symbols("psi", Units.PASCAL.multiply(6894.757293168));
    table.symbols("Pa", Units.PASCAL);
    table.symbols("cP", Units.PASCAL.multiply(Units.SECOND).divide(1000));
    table.names("btu btus", Units.JOULE.multiply(1055.05585262));
    table.names("erg ergs", Units.JOULE.multiply(1e-7));
    table.names("kilocalorie kilocalories", Units.JOULE.multiply(4184));
    table.symbols("hp", Units.WATT.multiply(745.6998715822702));
    table.names("horsepower", Units.WATT.multiply(745.6998715822702));
    table.symbols("PS", Units.WATT.multiply(735.49875));
  }

  private static void data(UnitTable.Registry table) {
    table.names("bit bits", BIT);
    Unit<?> octet = BIT.multiply(8);
    table.names("byte bytes", octet);
    table.symbols("B", octet);
    for (String prefix : "k M G T P E".split(" ")) {
      table.symbols(prefix + "B", octet.prefix(Prefixes.of(prefix)));
      table.symbols(prefix + "bit", BIT.prefix(Prefixes.of(prefix)));
      table.symbols(prefix + "bps", BIT.prefix(Prefixes.of(prefix)).divide(Units.SECOND));
    }
    String[] names = {"kilo", "mega", "giga", "tera", "peta"};
    MetricPrefix[] prefixes = {
      MetricPrefix.KILO, MetricPrefix.MEGA, MetricPrefix.GIGA, MetricPrefix.TERA, MetricPrefix.PETA
    };
    for (int i = 0; i < names.length; i++) {
      table.names(names[i] + "byte " + names[i] + "bytes", octet.prefix(prefixes[i]));
      table.names(names[i] + "bit " + names[i] + "bits", BIT.prefix(prefixes[i]));
    }
    double factor = 1;
    for (String prefix : "Ki Mi Gi Ti Pi".split(" ")) {
      factor *= 1024;
      table.symbols(prefix + "B", octet.multiply(factor));
    }
  }

  private static void shares(UnitTable.Registry table) {
    table.names("permille", AbstractUnit.ONE.divide(1000));
    table.symbols("ppm", AbstractUnit.ONE.divide(1_000_000));
    table.symbols("ppb", AbstractUnit.ONE.divide(1_000_000_000));
    table.phrase("basis point", "basis points", AbstractUnit.ONE.divide(10_000));
    table.phrase("percentage point", "percentage points", Units.PERCENT);
    table.names("percent", Units.PERCENT);
    table.phrase("per cent", "per cent", Units.PERCENT);
    table.prefixed("IU", "k M", INTERNATIONAL, "");
    table.prefixed("Eq", "m µ μ u", EQUIVALENT, "");
  }

  private static void times(UnitTable.Registry table) {
    table.symbols("fs", Units.SECOND.prefix(MetricPrefix.FEMTO));
    table.names("wk wks", Units.WEEK);
    table.names("fortnight fortnights", Units.WEEK.multiply(2));
    table.names("yr yrs", Calendar.YEAR);
    table.names("decade decades", Calendar.YEAR.multiply(10));
    table.names("century centuries", Calendar.YEAR.multiply(100));
    Unit<?> minutely = AbstractUnit.ONE.divide(Units.MINUTE);
    table.symbols("rpm bpm", minutely);
    currencies(table);
  }

  private static void currencies(UnitTable.Registry table) {
    table.names("rupee rupees", Money.unit("INR"));
    table.names("yuan renminbi", Money.unit("CNY"));
    table.names("ruble rubles rouble roubles", Money.unit("RUB"));
    table.names("zloty zlotys", Money.unit("PLN"));
    table.names("shekel shekels", Money.unit("ILS"));
    table.names("lira liras", Money.unit("TRY"));
    table.names("baht", Money.unit("THB"));
    table.names("hryvnia hryvnias", Money.unit("UAH"));
    table.names("pence", Money.unit("GBP").divide(100));
    table.symbols("¢", Money.unit("USD").divide(100));
  }
}

package glassbox.lab.world.facts;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/** Units of measure: the metric ones, times, and the world's old units. */
public enum Unit {
  MM("mm", "millimetres", Dimension.LENGTH, "0.001"),
  CM("cm", "centimetres", Dimension.LENGTH, "0.01"),
  M("m", "metres", Dimension.LENGTH, "1"),
  ROD("rod", "rods", Dimension.LENGTH, "4"),
  KM("km", "kilometres", Dimension.LENGTH, "1000"),
  MG("mg", "milligrams", Dimension.MASS, "0.001"),
  G("g", "grams", Dimension.MASS, "1"),
  KG("kg", "kilograms", Dimension.MASS, "1000"),
  BALE("bale", "bales", Dimension.MASS, "12000"),
  T("t", "tonnes", Dimension.MASS, "1000000"),
  ML("ml", "millilitres", Dimension.VOLUME, "0.001"),
  L("l", "litres", Dimension.VOLUME, "1"),
  CASK("cask", "casks", Dimension.VOLUME, "40"),
  S("s", "seconds", Dimension.TIME, "1"),
  MIN("min", "minutes", Dimension.TIME, "60"),
  H("h", "hours", Dimension.TIME, "3600");

  /** What a unit measures. */
  public enum Dimension {
    LENGTH,
    MASS,
    VOLUME,
    TIME
  }

  private final String symbol;
  private final String words;
  private final Dimension dimension;
  private final BigDecimal factor;

  Unit(String symbol, String words, Dimension dimension, String factor) {
    this.symbol = symbol;
    this.words = words;
    this.dimension = dimension;
    this.factor = new BigDecimal(factor);
  }

  /** As written after a number. */
  public String symbol() {
    return symbol;
  }

  /** Its plural in words. */
  public String words() {
    return words;
  }

  /** What it measures. */
  public Dimension dimension() {
    return dimension;
  }

  /** How many base units (metre, gram, litre, second) one of it is. */
  public BigDecimal factor() {
    return factor;
  }

  /** The unit of a symbol or plural. */
  public static Optional<Unit> of(String name) {
    return Arrays.stream(values())
        .filter(unit -> unit.symbol.equals(name) || unit.words.equals(name))
        .findFirst();
  }
}

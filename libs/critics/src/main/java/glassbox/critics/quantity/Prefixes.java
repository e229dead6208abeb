package glassbox.critics.quantity;

import java.util.Map;
import javax.measure.MetricPrefix;

/** SI prefixes by symbol. */
final class Prefixes {
  private static final Map<String, MetricPrefix> BY_SYMBOL =
      Map.ofEntries(
          Map.entry("f", MetricPrefix.FEMTO),
          Map.entry("p", MetricPrefix.PICO),
          Map.entry("n", MetricPrefix.NANO),
          Map.entry("µ", MetricPrefix.MICRO),
          Map.entry("μ", MetricPrefix.MICRO),
          Map.entry("u", MetricPrefix.MICRO),
          Map.entry("m", MetricPrefix.MILLI),
          Map.entry("c", MetricPrefix.CENTI),
          Map.entry("d", MetricPrefix.DECI),
          Map.entry("h", MetricPrefix.HECTO),
          Map.entry("k", MetricPrefix.KILO),
          Map.entry("M", MetricPrefix.MEGA),
          Map.entry("G", MetricPrefix.GIGA),
          Map.entry("T", MetricPrefix.TERA),
          Map.entry("P", MetricPrefix.PETA),
          Map.entry("E", MetricPrefix.EXA));

  private Prefixes() {}

  static MetricPrefix of(String symbol) {
    MetricPrefix prefix = BY_SYMBOL.get(symbol);
    if (prefix == null) {
      throw new IllegalArgumentException("no prefix " + symbol);
    }
    return prefix;
  }
}

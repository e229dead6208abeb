package glassbox.esi.tool;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What two successive results of tools must agree on. */
public final class Invariants {

  private static final Pattern MEASURE = Pattern.compile("(-?\\d+(?:\\.\\d+)?)\\s+(\\S+)");
  private static final Set<String> MONEY = Set.of("EUR", "USD", "GBP", "CHF", "JPY", "€", "$", "£");

  private Invariants() {}

  private record Measure(BigDecimal value, String unit) {
    boolean same(Measure other) {
      return unit.equals(other.unit) && value.compareTo(other.value) == 0;
    }
  }

  /** The invariant that the second result breaks, if any; failed calls break none. */
  public static Optional<String> broken(ToolResult first, ToolResult second) {
    if (first.failed() || second.failed()) {
      return Optional.empty();
    }
    if (first.tool().equals(second.tool())
        && first.input().equals(second.input())
        && !first.output().equals(second.output())) {
      return Optional.of("the result of one call");
    }
    return inverse(first, second)
        ? Optional.of("a conversion there and back")
        : twoCurrencies(first, second) ? Optional.of("the currency") : Optional.empty();
  }

  /** A conversion back that does not give what was converted. */
  private static boolean inverse(ToolResult first, ToolResult second) {
    Optional<Measure> there = measure(first.output());
    Optional<Measure> back = measure(second.output());
    Optional<Measure> from = measure(first.input());
    Optional<Measure> onwards = measure(second.input());
    return there.isPresent()
        && back.isPresent()
        && from.isPresent()
        && onwards.isPresent()
        && there.get().same(onwards.get())
        && back.get().unit().equals(from.get().unit())
        && back.get().value().compareTo(from.get().value()) != 0;
  }

  private static boolean twoCurrencies(ToolResult first, ToolResult second) {
    Optional<String> one = measure(first.output()).map(Measure::unit).filter(MONEY::contains);
    Optional<String> other = measure(second.output()).map(Measure::unit).filter(MONEY::contains);
    return one.isPresent() && other.isPresent() && !one.equals(other);
  }

  private static Optional<Measure> measure(String text) {
    Matcher matcher = MEASURE.matcher(text);
    return matcher.lookingAt()
        ? Optional.of(new Measure(new BigDecimal(matcher.group(1)), matcher.group(2)))
        : Optional.empty();
  }
}

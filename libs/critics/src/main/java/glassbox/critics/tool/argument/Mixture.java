package glassbox.critics.tool.argument;

import glassbox.critics.quantity.StatedQuantity;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sums and differences of numbers that were given in different units: {@code 3+40} of 3 kg and 40
 * g. Only terms that are one number, which was given in one unit alone, count. Degrees are left
 * out: their steps and their zeros differ.
 */
public final class Mixture {
  private static final String NUMBER = "(\\d+(?:\\.\\d+)?)";
  private static final Pattern TERMS =
      Pattern.compile(
          "(?<![\\w.*/^×÷·)]\\s?)(?<=^|[-+−(,\\s])"
              + NUMBER
              + "(?=\\s*[-+−]\\s*"
              + NUMBER
              + "(?![\\d.]*\\s*[*/^×÷·(]))");
  private static final double ROUNDING = 1e-9;

  private Mixture() {}

  public static Optional<String> problem(String expression, Sources sources) {
    Matcher terms = TERMS.matcher(expression);
    while (terms.find()) {
      Optional<StatedQuantity> one = given(terms.group(1), sources);
      Optional<StatedQuantity> other = given(terms.group(2), sources);
      if (one.isPresent() && other.isPresent() && mixed(one.get(), other.get())) {
        return Optional.of(
            terms.group(1) + " and " + terms.group(2) + " were given in different units");
      }
    }
    return Optional.empty();
  }

  private static boolean mixed(StatedQuantity one, StatedQuantity other) {
    return one.measured() && other.measured() && !one.sameUnit(other) && !one.degrees();
  }

  /** The quantity of that number, where all that were given are of one unit. */
  public static Optional<StatedQuantity> given(String number, Sources sources) {
    double value = Double.parseDouble(number);
    List<StatedQuantity> same =
        sources.quantities().stream()
            .filter(q -> Math.abs(Math.abs(q.value()) - value) <= ROUNDING * Math.max(1, value))
            .toList();
    return !same.isEmpty() && same.stream().allMatch(q -> q.sameUnit(same.getFirst()))
        ? Optional.of(same.getFirst())
        : Optional.empty();
  }
}

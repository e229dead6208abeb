package glassbox.critics.tool.computation;

import glassbox.critics.Draft;
import glassbox.critics.field.Field;
import glassbox.critics.field.Passage;
import glassbox.critics.quantity.Quantities;
import glassbox.critics.quantity.StatedQuantity;
import glassbox.critics.tool.argument.Call;
import glassbox.critics.tool.argument.Mixture;
import glassbox.critics.tool.argument.Sources;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the unit of a computed answer comes from: {@code 4*4} of a way of 4 km gives no litres
 * while the question's 7 l per km is left out.
 *
 * <p>Judged only where every number that the computation uses was given in one unit, or is a custom
 * such as 24; and where question or context state a quantity that would bring the unit.
 */
final class Carriers {
  private static final int MOST = 64;
  private static final Pattern FACTOR = Pattern.compile("([/÷]?)\\s*(\\d+(?:\\.\\d+)?)(?![\\d.])");
  private static final Pattern PRODUCT = Pattern.compile("[*/×÷·.\\d\\s]+");
  private static final Pattern PLAIN = Pattern.compile("[-+−*/×÷·(),.\\d\\s]|min|max|round|abs");

  private Carriers() {}

  static Optional<String> problem(Draft draft, List<Call> calls) {
    Optional<StatedQuantity> said = said(draft);
    if (said.isEmpty() || calls.isEmpty() || !calls.getLast().tool().equals("calculator")) {
      return Optional.empty();
    }
    Chain chain = Chain.of(calls.getLast(), calls);
    Sources sources = Sources.given(draft);
    calls.stream()
        .filter(call -> !call.failed() && !call.tool().equals("calculator"))
        .forEach(call -> sources.add(call.output()));
    Optional<Fraction> used = used(chain, sources);
    boolean comes =
        used.isEmpty()
            || used.get().empty()
            || said.get().derivable(used.get().above, used.get().below);
    return comes ? Optional.empty() : left(said.get(), used.get(), sources);
  }

  /** What a computation multiplies and what it divides by; both hold what may be either. */
  private record Fraction(List<StatedQuantity> above, List<StatedQuantity> below) {
    boolean empty() {
      return above.isEmpty() && below.isEmpty();
    }

    void add(StatedQuantity quantity, boolean product, boolean divisor) {
      if (!product || !divisor) {
        above.add(quantity);
      }
      if (!product || divisor) {
        below.add(quantity);
      }
    }
  }

  /** The one quantity of the answer, if it is measured. */
  private static Optional<StatedQuantity> said(Draft draft) {
    List<StatedQuantity> said = new ArrayList<>();
    for (Passage passage : draft.written(Field.ANSWER)) {
      said.addAll(Quantities.in(passage.text()));
    }
    return said.size() == 1
        ? Optional.of(said.getFirst()).filter(StatedQuantity::measured)
        : Optional.empty();
  }

  /** What the computation uses with its units; empty where one of them is not known. */
  private static Optional<Fraction> used(Chain chain, Sources sources) {
    Fraction used = new Fraction(new ArrayList<>(), new ArrayList<>());
    List<String> expressions = chain.expressions();
    boolean product = expressions.size() == 1 && PRODUCT.matcher(expressions.getFirst()).matches();
    for (String expression : expressions) {
      if (!PLAIN.matcher(expression).replaceAll("").isEmpty()) {
        return Optional.empty();
      }
      Matcher factor = FACTOR.matcher(expression);
      while (factor.find()) {
        Optional<StatedQuantity> given = Mixture.given(factor.group(2), sources);
        boolean stated = sources.figures().holdWritten(factor.group(2));
        if (given.filter(StatedQuantity::measured).isEmpty() && stated) {
          return Optional.empty();
        }
        given.ifPresent(quantity -> used.add(quantity, product, !factor.group(1).isEmpty()));
      }
    }
    return Optional.of(used);
  }

  /** A quantity that would bring the unit, were it used. */
  private static Optional<String> left(StatedQuantity said, Fraction used, Sources sources) {
    List<StatedQuantity> first = sources.quantities();
    for (StatedQuantity given : first.subList(0, Math.min(first.size(), MOST))) {
      List<StatedQuantity> more = new ArrayList<>(used.above);
      more.add(given);
      if (given.measured() && said.derivable(more, used.below)) {
        String number = BigDecimal.valueOf(given.value()).stripTrailingZeros().toPlainString();
        return Optional.of(number + " is not used, and the rest has not the answer's unit");
      }
    }
    return Optional.empty();
  }
}

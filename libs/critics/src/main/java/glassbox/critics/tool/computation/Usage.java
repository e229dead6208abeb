package glassbox.critics.tool.computation;

import glassbox.critics.Draft;
import glassbox.critics.field.Field;
import glassbox.critics.field.Passage;
import glassbox.critics.quantity.Figures;
import glassbox.critics.quantity.Quantities;
import glassbox.critics.quantity.Questions;
import glassbox.critics.quantity.StatedQuantity;
import glassbox.critics.tool.argument.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Whether a computation uses all numbers of one kind that the question states.
 *
 * <p>Asked only where the question states from two to six, a calculator's call rests on one of them
 * and the answer, if it stands, states what that call gave. Years, percentages and what stands
 * behind an equals sign, or is the bound of a verdict, are left out. A number is used where it
 * stands in the call or in a call that it takes a number from.
 */
final class Usage {
  private static final int FEWEST = 2;
  private static final int MOST = 6;
  private static final Pattern JOINT =
      Pattern.compile(
          "(?i)\\s*(?:of\\s+\\S+\\s*)?(?:,\\s*(?:and\\s+|plus\\s+)?|\\b(?:and|plus|minus|less|from|to|with)\\s+"
              + "|[-+−&]\\s*)(?:another\\s+)?");
  private static final Pattern RIGHT_SIDE = Pattern.compile("=\\s*[-−+]?[\\d.,]+");

  private static final Pattern BOUND =
      Pattern.compile(
          "(?i)(?:=|\\b(?:than|over|above|below|under|exceeds?)\\s)\\s*[-−+]?[\\d.,]*\\d");

  private Usage() {}

  /** The finding about a number that is not used, if any, at the last call. */
  static Optional<String> problem(Draft draft, List<Call> calls) {
    List<StatedQuantity> stated = stated(draft.prompt());
    Optional<Call> last = last(draft, calls);
    if (stated.size() < FEWEST || stated.size() > MOST || last.isEmpty()) {
      return Optional.empty();
    }
    Figures used = Chain.of(last.get(), calls).used();
    List<StatedQuantity> in = stated.stream().filter(q -> used.hold(q.value())).toList();
    return in.isEmpty()
        ? Optional.empty()
        : stated.stream()
            .filter(quantity -> !in.contains(quantity))
            .filter(q -> in.stream().anyMatch(other -> kind(q, other) || joined(q, other, draft)))
            .map(q -> draft.prompt().substring(q.start(), q.end()) + " of the question is not used")
            .findFirst();
  }

  private static List<StatedQuantity> stated(String prompt) {
    Pattern compared = Questions.verdict(prompt) ? BOUND : RIGHT_SIDE;
    String left =
        compared.matcher(prompt).replaceAll(match -> "=" + " ".repeat(match.group().length() - 1));
    Set<Double> digits = new TreeSet<>();
    Figures.written(left).forEach(n -> digits.add(Double.parseDouble(n.replace(",", ""))));
    return Quantities.in(left).stream()
        .filter(quantity -> !quantity.year() && digits.contains(Math.abs(quantity.value())))
        .toList();
  }

  /** No unit on both, or one: what is counted is no unit. */
  private static boolean kind(StatedQuantity a, StatedQuantity b) {
    boolean bare = (a.plain() || a.counts()) && (b.plain() || b.counts());
    return bare || a.sameUnit(b);
  }

  /** {@code 3 kg and 40 g}: to be taken together, whatever their units. */
  private static boolean joined(StatedQuantity a, StatedQuantity b, Draft draft) {
    StatedQuantity first = a.start() < b.start() ? a : b;
    StatedQuantity second = first.equals(a) ? b : a;
    return first.measured()
        && first.comparable(second)
        && JOINT.matcher(draft.prompt().substring(first.end(), second.start())).matches();
  }

  /** The last call, if it is the calculator's and gave what the answer states. */
  private static Optional<Call> last(Draft draft, List<Call> calls) {
    List<StatedQuantity> said = new ArrayList<>();
    for (Passage passage : draft.written(Field.ANSWER)) {
      said.addAll(Quantities.in(passage.text()));
    }
    if (calls.isEmpty() || !calls.getLast().tool().equals("calculator")) {
      return Optional.empty();
    }
    Call last = calls.getLast();
    Figures given = Figures.in(last.output());
    boolean states = said.isEmpty() || said.stream().anyMatch(q -> given.hold(q.value()));
    return states ? Optional.of(last) : Optional.empty();
  }
}

package glassbox.critics.tool.computation;

import glassbox.critics.Draft;
import glassbox.critics.field.Field;
import glassbox.critics.field.Passage;
import glassbox.critics.quantity.Figures;
import glassbox.critics.quantity.Quantities;
import glassbox.critics.quantity.StatedQuantity;
import glassbox.critics.tool.argument.Call;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code 129 mg every 2 hours}: whatever is asked for but the hours, the 2 divides. A computation
 * that uses it and divides by nothing multiplied where it had to divide.
 */
final class Periods {
  private static final int LOOK_BACK = 12;
  private static final Pattern EVERY = Pattern.compile("(?i)\\bevery\\s{1,3}$");
  private static final Pattern DIVIDES = Pattern.compile("[/÷^]|\\*\\s*0?\\.\\d");

  private Periods() {}

  static Optional<String> problem(Draft draft, List<Call> calls) {
    String prompt = draft.prompt();
    if (calls.isEmpty() || !calls.getLast().tool().equals("calculator")) {
      return Optional.empty();
    }
    Figures given = Figures.in(prompt, draft.context().orElse(""));
    List<Call> results =
        calls.stream().filter(call -> !call.gave().stream().allMatch(given::hold)).toList();
    Chain chain = Chain.of(calls.getLast(), results);
    boolean divides = chain.expressions().stream().anyMatch(input -> DIVIDES.matcher(input).find());
    if (divides) {
      return Optional.empty();
    }
    return Quantities.in(prompt).stream()
        .filter(q -> !q.plain() && q.value() > 1 && chain.used().hold(q.value()))
        .filter(q -> EVERY.matcher(before(prompt, q.start())).find())
        .filter(q -> other(draft, q))
        .map(q -> "every " + prompt.substring(q.start(), q.end()) + " divides")
        .findFirst();
  }

  private static String before(String prompt, int at) {
    return prompt.substring(Math.max(0, at - LOOK_BACK), at);
  }

  /** Whether the answer states one quantity, of another kind. */
  private static boolean other(Draft draft, StatedQuantity period) {
    List<StatedQuantity> said =
        draft.written(Field.ANSWER).stream()
            .map(Passage::text)
            .flatMap(text -> Quantities.in(text).stream())
            .toList();
    return said.size() == 1 && !said.getFirst().plain() && !said.getFirst().comparable(period);
  }
}

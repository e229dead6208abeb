package glassbox.critics.tool.computation;

import glassbox.critics.quantity.Figures;
import glassbox.critics.tool.argument.Call;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Years, quarters and bounds that a question names, where queries alone answer it: they stand in
 * one of the queries. Rows of all years are no answer for one of them.
 */
final class QueryUsage {
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)\\b((?:19|20|21)\\d\\d)\\b(?![-/.]\\d)|\\bQ([1-4])\\b"
              + "|\\b(?:above|below|over|under|more than|less than|fewer than|at least|at most)\\s+"
              + "(\\d+(?:\\.\\d+)?)\\b(?![,.]\\d)");

  private QueryUsage() {}

  static Optional<String> problem(String prompt, List<Call> calls) {
    if (!calls.stream().allMatch(call -> call.tool().equals("sql"))) {
      return Optional.empty();
    }
    Figures asked = new Figures();
    calls.forEach(call -> asked.add(call.input()));
    Matcher named = NAMED.matcher(prompt);
    while (named.find()) {
      String number =
          named.group(1) != null
              ? named.group(1)
              : named.group(2) != null ? named.group(2) : named.group(3);
      if (!asked.holdWritten(number)) {
        return Optional.of("the query does not ask for " + named.group());
      }
    }
    return Optional.empty();
  }
}

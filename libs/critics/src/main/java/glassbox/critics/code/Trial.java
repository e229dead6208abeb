package glassbox.critics.code;

import glassbox.critics.Draft;
import glassbox.critics.Fragment;
import glassbox.critics.Material.CodeTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A test of a piece of code.
 *
 * @param call the expression
 * @param expected an expression or the text of the value it must have
 * @param source where it comes from, in words
 */
record Trial(String call, String expected, String source) {
  private static final int MOST = 30;
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "\\b([a-zA-Z_]\\w{0,40}\\([^(){}\\n"
              + "]{0,200}\\))\\s{0,3}(?:==?|->|→|=>|returns|gives|is|should"
              + " (?:be|return|give))\\s{1,3}(\"[^\"\\n"
              + "]{0,200}\"|'[^'\\n"
              + "]{1,4}'|\\{[^{}\\n"
              + "]{0,200}\\}|\\[[^\\[\\]\\n"
              + "]{0,200}\\]|-?[\\w.+-]{1,40})");

  /** Tests that were given, examples in question and context, and calls of the tool. */
  static List<Trial> of(Draft draft) {
    Map<String, Trial> tests = new LinkedHashMap<>();
    for (CodeTest test : draft.material().tests()) {
      tests.putIfAbsent(test.call(), new Trial(test.call(), test.expected(), "a test"));
    }
    examples(draft.prompt(), tests);
    draft.context().ifPresent(context -> examples(context, tests));
    for (Fragment fragment : JavaCall.fragments(draft)) {
      JavaCall call = JavaCall.of(fragment);
      if (!call.call().isEmpty()) {
        tests.putIfAbsent(
            call.call(),
            new Trial(call.call(), fragment.output().strip(), "call " + fragment.id()));
      }
    }
    List<Trial> all = new ArrayList<>(tests.values());
    return all.subList(0, Math.min(MOST, all.size()));
  }

  private static void examples(String text, Map<String, Trial> tests) {
    Matcher example = EXAMPLE.matcher(text);
    while (example.find() && tests.size() < MOST) {
      String expected = example.group(2).replaceAll("[.]+$", "");
      tests.putIfAbsent(example.group(1), new Trial(example.group(1), expected, "an example"));
    }
  }

  /** Whether a value is the one expected: equal text, or numbers equal to nine digits. */
  static boolean same(String value, String expected) {
    if (value.equals(expected)) {
      return true;
    }
    try {
      double a = Double.parseDouble(value);
      double b = Double.parseDouble(expected);
      return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
    } catch (NumberFormatException words) {
      return false;
    }
  }
}

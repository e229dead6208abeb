package glassbox.lab.world.redo;

import glassbox.critics.Fragment;
import glassbox.lab.tokenizer.DemoTokens;
import glassbox.lab.world.tool.ToolException;
import glassbox.lab.world.tool.Tools;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer's side up to its checks, with the calls that were made in it.
 *
 * @param text fields up to and with [Trace]
 * @param calls in order; their ids are t1, t2, ...
 */
record Attempt(String text, List<Fragment> calls) {

  private static final Pattern CALL =
      Pattern.compile(
          Pattern.quote(DemoTokens.CALL)
              + "(.*?)"
              + Pattern.quote(DemoTokens.RESULT)
              + "(.*?) t\\d+"
              + Pattern.quote(DemoTokens.DONE),
          Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

  Attempt {
    calls = List.copyOf(calls);
  }

  /** Runs the calls of a text anew: what an earlier one now gives is used by the later ones. */
  static Attempt run(String text, Tools tools, Optional<String> context) {
    var run = new StringBuilder();
    var calls = new ArrayList<Fragment>();
    String rest = text;
    for (Matcher call = CALL.matcher(rest); call.find(); call = CALL.matcher(rest)) {
      String id = "t" + (calls.size() + 1);
      String output = output(call.group(1), tools, context);
      calls.add(fragment(id, call.group(1), output));
      run.append(rest, 0, call.end(1))
          .append(DemoTokens.RESULT)
          .append(output)
          .append(' ')
          .append(id)
          .append(DemoTokens.DONE);
      rest = replaced(rest.substring(call.end()), call.group(2), output);
    }
    return new Attempt(run.append(rest).toString(), calls);
  }

  private static String output(String call, Tools tools, Optional<String> context) {
    try {
      return tools.run(call, context);
    } catch (ToolException e) {
      return "error: " + e.getMessage();
    }
  }

  private static Fragment fragment(String id, String call, String output) {
    int blank = call.indexOf(' ');
    return Fragment.call(id, call.substring(0, blank), call.substring(blank + 1), output);
  }

  /** The text with a number that a call gave before replaced by what it gives now. */
  private static String replaced(String text, String before, String now) {
    Matcher old = NUMBER.matcher(before);
    Matcher fresh = NUMBER.matcher(now);
    return old.lookingAt() && fresh.lookingAt() && !old.group().equals(fresh.group())
        ? text.replaceAll(
            "(?<![\\d.])" + Pattern.quote(old.group()) + "(?![\\d.]*\\d)", fresh.group())
        : text;
  }
}

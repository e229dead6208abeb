package glassbox.critics.code;

import glassbox.critics.Draft;
import glassbox.critics.Fragment;
import java.util.List;

/**
 * What the {@code java} tool was asked: a snippet and, after its last brace, a call.
 *
 * @param snippet methods or classes
 * @param call an expression; empty if none stands there
 */
public record JavaCall(String snippet, String call) {

  /** Splits after the last closing brace. */
  public static JavaCall of(String input) {
    int close = input.lastIndexOf('}');
    return new JavaCall(
        input.substring(0, close + 1), input.substring(close + 1).strip().replaceAll(";$", ""));
  }

  static JavaCall of(Fragment fragment) {
    return of(fragment.input().orElse(""));
  }

  /** Calls of the tool with a snippet. */
  static List<Fragment> fragments(Draft draft) {
    return draft.fragments().stream()
        .filter(fragment -> fragment.tool().equalsIgnoreCase("java"))
        .filter(fragment -> fragment.input().filter(input -> input.contains("}")).isPresent())
        .toList();
  }
}

package glassbox.critics.sandbox;

import java.util.List;
import java.util.Optional;

/**
 * What came of a snippet.
 *
 * @param outcome how it ended
 * @param values of calls, in the order they were made
 * @param problems why it does not compile or may not run
 * @param warnings what compiler and linter say of a snippet that compiles
 * @param output what it printed
 */
public record SnippetRun(
    Outcome outcome,
    List<Value> values,
    List<Problem> problems,
    List<Problem> warnings,
    String output) {

  public SnippetRun {
    values = List.copyOf(values);
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
  }

  /** How a run ended. */
  public enum Outcome {
    /** It compiled and every call was made. */
    RAN,
    /** It does not compile. */
    COMPILE_ERROR,
    /** It refers to what it may not. */
    FORBIDDEN,
    /** It took too much time, memory or output. */
    LIMIT,
    /** The sandbox could not run it; says nothing of the snippet. */
    UNAVAILABLE
  }

  /**
   * The value of a call.
   *
   * @param call its number, from 0
   * @param value as text; empty where it threw
   * @param thrown class and message of what it threw; empty where it did not
   */
  public record Value(int call, Optional<String> value, Optional<String> thrown) {}

  /** An objection, by offsets in the snippet. */
  public record Problem(String message, int start, int end) {}

  static SnippetRun ended(Outcome outcome, String why) {
    return new SnippetRun(outcome, List.of(), List.of(new Problem(why, 0, 0)), List.of(), "");
  }

  /** The value of a call, if it was made. */
  public Optional<Value> value(int call) {
    return values.stream().filter(value -> value.call() == call).findFirst();
  }
}

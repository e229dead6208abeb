package glassbox.contracts.tool;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of running Java.
 *
 * @param outcome how it ended
 * @param values one a call, in order; fewer where a limit ended the run
 * @param problems what the compiler objects to, or why it could not run
 * @param output what the code printed, cut at a bound
 */
public record JavaResult(
    Outcome outcome, List<Value> values, List<String> problems, String output) {
  public JavaResult {
    values = List.copyOf(values);
    problems = List.copyOf(problems);
  }

  /** How a run ended. */
  public enum Outcome {
    /** It compiled and every call was made; calls may have thrown. */
    @JsonProperty("ran")
    RAN,
    /** It does not compile. */
    @JsonProperty("compile_error")
    COMPILE_ERROR,
    /** It uses what snippets may not: files, network, processes, reflection, threads. */
    @JsonProperty("forbidden")
    FORBIDDEN,
    /** It took too long, too much memory or printed too much. */
    @JsonProperty("limit")
    LIMIT,
    /** The sandbox could not run it; says nothing about the code. */
    @JsonProperty("unavailable")
    UNAVAILABLE
  }

  /**
   * The value of a call.
   *
   * @param call the expression
   * @param value its value as text; null where it threw
   * @param thrown class and message of what it threw; null where it did not
   */
  public record Value(String call, @Nullable String value, @Nullable String thrown) {}
}

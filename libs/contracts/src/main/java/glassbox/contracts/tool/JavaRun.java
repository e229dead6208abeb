package glassbox.contracts.tool;

import java.util.List;

/**
 * Java to compile and run.
 *
 * @param snippet methods or one class; where no calls are given, a call may follow the last closing
 *     brace, as in {@code int f(int x){return x+1;} f(3)}
 * @param calls Java expressions to evaluate, each by itself
 */
public record JavaRun(String snippet, List<String> calls) {
  public JavaRun {
    calls = List.copyOf(calls);
  }
}

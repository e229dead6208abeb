package glassbox.gateway.esi;

import glassbox.contracts.tool.JavaResult;
import glassbox.contracts.tool.JavaRun;
import glassbox.esi.tool.SnippetRunner;
import glassbox.esi.tool.ToolException;
import glassbox.gateway.downstream.Critics;
import glassbox.gateway.downstream.DownstreamRefused;
import glassbox.gateway.downstream.DownstreamUnavailable;
import java.util.List;

/** Runs Java where the critic service locks it down. */
final class RemoteSnippetRunner implements SnippetRunner {
  private final Critics critics;

  RemoteSnippetRunner(Critics critics) {
    this.critics = critics;
  }

  @Override
  public String run(String method, String call) {
    try {
      return value(critics.run(new JavaRun(method, List.of(call))));
    } catch (DownstreamUnavailable | DownstreamRefused e) {
      throw new ToolException("no place to run Java is there");
    }
  }

  private static String value(JavaResult result) {
    if (result.outcome() != JavaResult.Outcome.RAN || result.values().isEmpty()) {
      String why = result.problems().isEmpty() ? "" : ": " + result.problems().getFirst();
      throw new ToolException(
          switch (result.outcome()) {
            case COMPILE_ERROR -> "it does not compile" + why;
            case FORBIDDEN -> "not allowed" + why;
            case LIMIT -> "it takes too long or too much" + why;
            case RAN, UNAVAILABLE -> "it cannot be run" + why;
          });
    }
    JavaResult.Value value = result.values().getFirst();
    String given = value.value();
    if (given == null) {
      throw new ToolException("it throws " + value.thrown());
    }
    return given;
  }
}

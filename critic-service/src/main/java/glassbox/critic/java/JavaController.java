package glassbox.critic.java;

import glassbox.contracts.tool.JavaResult;
import glassbox.contracts.tool.JavaRun;
import glassbox.critics.code.JavaCall;
import glassbox.critics.sandbox.Sandbox;
import glassbox.critics.sandbox.SnippetRun;
import glassbox.shell.problem.FieldProblem;
import glassbox.shell.problem.StandardProblems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Runs snippets. */
@RestController
@Tag(name = "java", description = "Java snippets in a child process of their own")
class JavaController {
  private final Sandbox sandbox;

  JavaController(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  @PostMapping(
      path = "/v1/java",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Compile and run a snippet",
      description =
          "In a child process without files, network, threads and reflection, with little time,"
              + " memory and output. A snippet that fails is an outcome, not an error.")
  @ApiResponse(responseCode = "200", description = "Run, whatever came of it")
  JavaResult run(@RequestBody JavaRun request) {
    boolean split = request.calls().isEmpty();
    JavaCall tool = JavaCall.of(request.snippet());
    String snippet = split ? tool.snippet() : request.snippet();
    List<String> calls =
        !split ? request.calls() : tool.call().isEmpty() ? List.of() : List.of(tool.call());
    if (snippet.isBlank()) {
      throw StandardProblems.INVALID_REQUEST
          .because("Correct the fields that errors names.")
          .withErrors(List.of(new FieldProblem("snippet", "must hold a method or a class")));
    }
    return result(calls, sandbox.run(snippet, calls));
  }

  private static JavaResult result(List<String> calls, SnippetRun run) {
    JavaResult.Outcome outcome =
        switch (run.outcome()) {
          case RAN -> JavaResult.Outcome.RAN;
          case COMPILE_ERROR -> JavaResult.Outcome.COMPILE_ERROR;
          case FORBIDDEN -> JavaResult.Outcome.FORBIDDEN;
          case LIMIT -> JavaResult.Outcome.LIMIT;
          case UNAVAILABLE -> JavaResult.Outcome.UNAVAILABLE;
        };
    return new JavaResult(
        outcome,
        run.values().stream()
            .map(
                v ->
                    new JavaResult.Value(
                        calls.get(v.call()), v.value().orElse(null), v.thrown().orElse(null)))
            .toList(),
        run.problems().stream().map(SnippetRun.Problem::message).toList(),
        run.output());
  }
}

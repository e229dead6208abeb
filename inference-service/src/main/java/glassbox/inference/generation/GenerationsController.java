package glassbox.inference.generation;

import glassbox.contracts.generation.Generation;
import glassbox.contracts.generation.GenerationRequest;
import glassbox.contracts.generation.TokenAttribution;
import glassbox.engine.federation.Federation;
import glassbox.engine.federation.FederationException;
import glassbox.engine.federation.TokenListener;
import glassbox.shell.problem.Problems;
import glassbox.shell.stream.EventStream;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Generates and scores. */
@RestController
@Tag(name = "generations")
class GenerationsController {
  private static final String SUMMARY = "Answer a prompt, with every token's attribution";
  private static final String DESCRIPTION =
      "With Accept: text/event-stream the answer comes as events: token (a TokenAttribution) for"
          + " each token, then done (the Generation) or error (a problem). Closing the connection"
          + " stops the generation. The sealed block is durable before the answer ends.";

  private final Answers answers;
  private final Problems problems;
  private final JsonMapper mapper;

  GenerationsController(Answers answers, Problems problems, JsonMapper mapper) {
    this.answers = answers;
    this.problems = problems;
    this.mapper = mapper;
  }

  @PostMapping(path = "/v1/generations", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "generate", summary = SUMMARY, description = DESCRIPTION)
  Generation generate(
      @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = @Content(examples = @ExampleObject(name = "ask", value = Examples.ASK)))
          @RequestBody
          GenerationRequest request) {
    Federation federation = answers.check(request, false);
    return answers.answer(request, federation, TokenListener.SILENT);
  }

  @PostMapping(path = "/v1/generations", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Operation(operationId = "generate", summary = SUMMARY, description = DESCRIPTION)
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
              schema = @Schema(implementation = TokenAttribution.class)))
  void stream(
      @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = @Content(examples = @ExampleObject(name = "ask", value = Examples.ASK)))
          @RequestBody
          GenerationRequest request,
      HttpServletResponse response) {
    Federation federation = answers.check(request, false);
    EventStream events = new EventStream(response, mapper);
    try {
      Generation generation =
          answers.answer(
              request, federation, step -> events.send("token", Attributions.of(step, federation)));
      events.send("done", generation);
    } catch (FederationException.Abandoned gone) {
      if (!events.open()) {
        throw gone;
      }
    } catch (RuntimeException e) {
      if (!events.open()) {
        throw e;
      }
      events.send("error", problems.body(problems.of(e)));
    }
  }

  @PostMapping("/v1/scores")
  @Operation(summary = "Account for a given answer without generating")
  Generation score(
      @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = @Content(examples = @ExampleObject(name = "score", value = Examples.SCORE)))
          @RequestBody
          GenerationRequest request) {
    Federation federation = answers.check(request, true);
    return answers.answer(request, federation, TokenListener.SILENT);
  }
}

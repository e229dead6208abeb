package glassbox.inference.generation;

import glassbox.contracts.generation.Generation;
import glassbox.contracts.generation.GenerationRequest;
import glassbox.contracts.generation.TokenAttribution;
import glassbox.engine.federation.Federation;
import glassbox.engine.federation.FederationException;
import glassbox.engine.federation.TokenListener;
import glassbox.shell.problem.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
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
  private final Answers answers;
  private final Problems problems;
  private final JsonMapper mapper;

  GenerationsController(Answers answers, Problems problems, JsonMapper mapper) {
    this.answers = answers;
    this.problems = problems;
    this.mapper = mapper;
  }

  @PostMapping(path = "/v1/generations", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Answer a prompt; the reply carries every token's attribution")
  Generation generate(@RequestBody GenerationRequest request) {
    Federation federation = answers.check(request, false);
    return answers.answer(request, federation, TokenListener.SILENT);
  }

  @PostMapping(path = "/v1/generations", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Operation(
      summary = "The same as a stream: events token, then done or error",
      description = "Closing the connection stops the generation.")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
              schema = @Schema(implementation = TokenAttribution.class)))
  void stream(@RequestBody GenerationRequest request, HttpServletResponse response) {
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
  Generation score(@RequestBody GenerationRequest request) {
    Federation federation = answers.check(request, true);
    return answers.answer(request, federation, TokenListener.SILENT);
  }
}

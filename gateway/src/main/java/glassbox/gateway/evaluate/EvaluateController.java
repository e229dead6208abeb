package glassbox.gateway.evaluate;

import glassbox.gateway.access.Caller;
import glassbox.gateway.access.Requires;
import glassbox.gateway.access.Scope;
import glassbox.gateway.esi.CallerGone;
import glassbox.gateway.evaluate.IdempotentAnswers.Given;
import glassbox.gateway.evaluate.IdempotentAnswers.Slot;
import glassbox.shell.problem.Problems;
import glassbox.shell.stream.EventStream;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The evaluation of a prompt over HTTP. */
@RestController
@Tag(name = "Evaluate")
class EvaluateController {
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

  private static final Logger LOG = LoggerFactory.getLogger(EvaluateController.class);

  private final QuestionRules rules;
  private final Evaluations evaluations;
  private final IdempotentAnswers answers;
  private final JsonMapper json;
  private final Problems problems;

  EvaluateController(
      QuestionRules rules,
      Evaluations evaluations,
      IdempotentAnswers answers,
      JsonMapper json,
      Problems problems) {
    this.rules = rules;
    this.evaluations = evaluations;
    this.answers = answers;
    this.json = json;
    this.problems = problems;
  }

  @Operation(
      operationId = "evaluate",
      summary = "Answer a prompt, or score a given answer, and record how it came about",
      description =
          "The answer comes back only when its record is durable. With stream, or Accept:"
              + " text/event-stream, it comes as events: stage, pass, token, tool, verdict, repair,"
              + " parameter; last commit, or end where it is not committed, with the whole"
              + " response, or error (a problem). Tokens of the answer are held until then. Closing"
              + " the connection stops all work.")
  @ApiResponse(
      responseCode = "200",
      description = "The answer with its record",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = EvaluateResponse.class),
              examples = @ExampleObject(name = "answered", value = Examples.ANSWERED)))
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = EvaluateRequest.class),
              examples = {
                @ExampleObject(name = "ask", value = Examples.ASK),
                @ExampleObject(name = "explain", value = Examples.EXPLAIN),
                @ExampleObject(name = "score", value = Examples.SCORE),
                @ExampleObject(name = "committed answers only", value = Examples.COMMITTED_ONLY),
                @ExampleObject(name = "certificate and concepts", value = Examples.CERTIFY)
              }))
  @PostMapping(
      path = "/glad/evaluate",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_EVENT_STREAM_VALUE})
  @Requires(Scope.EVALUATE)
  @Nullable ResponseEntity<byte[]> evaluate(
      Caller caller,
      @Parameter(
              description =
                  "1 to 255 visible ASCII characters; the same key and body again"
                      + " gives the same answer, without a new run.")
          @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "")
          String accept,
      @RequestBody EvaluateRequest request,
      HttpServletResponse http) {
    Question question = rules.check(request);
    if (question.phases().stream() || wantsEvents(accept)) {
      stream(caller, question, key, http);
      return null;
    }
    Given given =
        key == null
            ? new Given(answer(caller, question), false)
            : answers.once(
                new Slot(caller.tenant(), checked(key)),
                question.hash(),
                () -> answer(caller, question));
    ResponseEntity.BodyBuilder response =
        ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON);
    if (given.again()) {
      response.header("Idempotency-Replayed", "true");
    }
    return response.body(given.body());
  }

  private static boolean wantsEvents(String accept) {
    return accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE)
        && !accept.contains(MediaType.APPLICATION_JSON_VALUE);
  }

  private void stream(
      Caller caller, Question question, @Nullable String key, HttpServletResponse http) {
    if (key != null) {
      throw new InvalidQuestion(
          List.of(new FieldFault("Idempotency-Key", "does not go with a stream")));
    }
    EventStream events = new EventStream(http, json);
    EventFollower follower = new EventFollower(events, question.phases().provisional());
    try {
      follower.end(evaluations.evaluate(caller, question, follower));
    } catch (CallerGone gone) {
      LOG.info("a client went away; its run was cancelled");
    } catch (RuntimeException e) {
      if (!events.open()) {
        throw e;
      }
      events.send("error", problems.body(problems.of(e)));
    }
  }

  private byte[] answer(Caller caller, Question question) {
    return json.writeValueAsBytes(evaluations.evaluate(caller, question, Follower.NOBODY));
  }

  private static String checked(String key) {
    if (!KEY.matcher(key).matches()) {
      throw new InvalidQuestion(
          List.of(new FieldFault("Idempotency-Key", "must be 1 to 255 visible ASCII characters")));
    }
    return key;
  }
}

package glassbox.inference.generation;

import glassbox.contracts.generation.Decoding;
import glassbox.contracts.generation.GenerationRequest;
import glassbox.engine.federation.Federation;
import glassbox.inference.federation.Combinations;
import glassbox.shell.problem.FieldProblem;
import glassbox.shell.problem.StandardProblems;
import java.util.ArrayList;
import java.util.List;

/** Refuses requests whose fields cannot be used, naming each of them. */
final class RequestCheck {
  private static final int MOST_TOP_LOGPROBS = 20;
  private static final int MOST_STOPS = 16;
  private static final int LONGEST_STOP = 256;

  private final List<FieldProblem> problems = new ArrayList<>();

  private RequestCheck() {}

  /** Checks a request to generate ({@code scoring} false) or to score. */
  static void require(GenerationRequest request, boolean scoring, Federation federation) {
    RequestCheck check = new RequestCheck();
    check.texts(request, scoring);
    check.decoding(request.decoding());
    check.that(request.pass() >= 0, "pass", "must be 0 or more");
    check.that(
        request.topLogprobs() >= 0 && request.topLogprobs() <= MOST_TOP_LOGPROBS,
        "top_logprobs",
        "must be from 0 to " + MOST_TOP_LOGPROBS);
    if (request.combiner() != null) {
      check.problems.addAll(Combinations.check(request.combiner(), federation.spec(), "combiner"));
    }
    check.continuation(request, scoring, federation);
    if (!check.problems.isEmpty()) {
      throw StandardProblems.INVALID_REQUEST
          .because("Correct the fields that errors names.")
          .withErrors(check.problems);
    }
  }

  private void texts(GenerationRequest request, boolean scoring) {
    that(!request.prompt().isBlank(), "prompt", "must not be empty");
    if (scoring) {
      that(request.answer() != null && !request.answer().isEmpty(), "answer", "must not be empty");
    } else {
      that(request.answer() == null, "answer", "must be absent; POST it to /v1/scores");
    }
  }

  private void continuation(GenerationRequest request, boolean scoring, Federation federation) {
    if (request.continuation() != null) {
      that(!scoring, "continuation", "must be absent; only a generation goes on");
      that(
          request.decoding().stop().isEmpty(),
          "decoding.stop",
          "must be empty with a continuation; its segments stop at markers");
      problems.addAll(new Continuations(request.continuation(), federation.tokenizer()).check());
    }
  }

  private void decoding(Decoding decoding) {
    that(decoding.maxNewTokens() >= 1, "decoding.max_new_tokens", "must be at least 1");
    double temperature = decoding.temperature();
    that(
        temperature > 0 && Double.isFinite(temperature),
        "decoding.temperature",
        "must be finite and above 0");
    that(
        decoding.topP() > 0 && decoding.topP() <= 1,
        "decoding.top_p",
        "must be above 0 and at most 1");
    that(
        decoding.stop().size() <= MOST_STOPS
            && decoding.stop().stream().noneMatch(s -> s.isEmpty() || s.length() > LONGEST_STOP),
        "decoding.stop",
        "must be at most %d strings of 1 to %d characters".formatted(MOST_STOPS, LONGEST_STOP));
  }

  private void that(boolean holds, String field, String message) {
    if (!holds) {
      problems.add(new FieldProblem(field, message));
    }
  }
}

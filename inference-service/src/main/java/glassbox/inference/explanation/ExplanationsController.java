package glassbox.inference.explanation;

import glassbox.contracts.explanation.EstimateRequest;
import glassbox.contracts.explanation.Explanation;
import glassbox.contracts.explanation.ExplanationEstimate;
import glassbox.contracts.explanation.ExplanationRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Explains answers. */
@RestController
@Tag(name = "explanations")
class ExplanationsController {
  private static final String EXAMPLE =
      """
      {
        "federation": "demo",
        "prompt": "How many grams are 2.5 kilograms?",
        "answer": "2500 g",
        "budget": 100000
      }
      """;

  private static final String ESTIMATE =
      """
      {
        "federation": "demo",
        "prompt": "How many grams are 2.5 kilograms?",
        "max_new_tokens": 48,
        "budget": 100000
      }
      """;

  private final Explanations explanations;
  private final Estimates estimates;

  ExplanationsController(Explanations explanations, Estimates estimates) {
    this.explanations = explanations;
    this.estimates = estimates;
  }

  @PostMapping("/v1/explanations")
  @Operation(
      summary = "Occlude each token of context and prompt once and measure the explanation",
      description = "Over the budget: 422 with the estimate, and nothing is spent.")
  Explanation explain(
      @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = @Content(examples = @ExampleObject(name = "occlusion", value = EXAMPLE)))
          @RequestBody
          ExplanationRequest request) {
    return explanations.explain(request);
  }

  @PostMapping("/v1/explanations/estimate")
  @Operation(
      summary = "What an explanation would cost, before there is an answer",
      description = "Where the budget suffices for no answer: 422 with the least it would cost.")
  ExplanationEstimate estimate(
      @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = @Content(examples = @ExampleObject(name = "estimate", value = ESTIMATE)))
          @RequestBody
          EstimateRequest request) {
    return estimates.estimate(request);
  }
}

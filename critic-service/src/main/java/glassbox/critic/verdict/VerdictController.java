package glassbox.critic.verdict;

import glassbox.contracts.verdict.CriticReport;
import glassbox.contracts.verdict.CriticRequest;
import glassbox.contracts.verdict.CriticView;
import glassbox.contracts.verdict.GateDecision;
import glassbox.critic.score.Scorer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Verdicts over HTTP. */
@RestController
@RequestMapping(path = "/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "critics", description = "Verdicts, CSA, chi and the gate's decision")
class VerdictController {
  private static final String EXAMPLE =
      """
      {
        "run_id": "01932c07-209c-7aaa-8000-000000000001",
        "prompt": "How many grams are 2 kg?",
        "answer": "2 kg is 2000 g.",
        "signals": [{"token_id": 17, "text": "2", "normalized_entropy": 0.8, "entropy": 1.2}]
      }
      """;

  private final Judge judge;
  private final CriticSettings settings;
  private final Scorer scorer;
  private final VerdictMeters meters;

  VerdictController(Judge judge, CriticSettings settings, Scorer scorer, VerdictMeters meters) {
    this.judge = judge;
    this.settings = settings;
    this.scorer = scorer;
    this.meters = meters;
  }

  @PostMapping(path = "/verdicts", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Judge an answer",
      description =
          "Runs every critic within its time limit. One that cannot judge is unavailable, never"
              + " passed; if it is mandatory the gate does not commit. Nothing is stored.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content = @Content(examples = @ExampleObject(name = "units", value = EXAMPLE))))
  @ApiResponse(responseCode = "200", description = "Judged, whatever the verdicts")
  CriticReport judge(@RequestBody CriticRequest request) {
    RequestCheck.require(request, settings.limits());
    Judge.Ruled ruled = judge.judge(request);
    CriticReport report =
        scored(request, ruled)
            ? ruled
                .report()
                .withScores(scorer.score(request, ruled.draft(), ruled.verdicts(), ruled.chi()))
            : ruled.report();
    meters.record(report);
    return report;
  }

  private static boolean scored(CriticRequest request, Judge.Ruled ruled) {
    return !Boolean.FALSE.equals(request.scored())
        || ruled.report().gate().outcome() != GateDecision.Outcome.COMMIT;
  }

  @GetMapping("/critics")
  @Operation(
      summary = "List the critics",
      description = "With version and configuration hash, as verdicts name them.")
  List<CriticView> critics() {
    return judge.critics();
  }
}

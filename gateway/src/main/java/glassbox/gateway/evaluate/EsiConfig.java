package glassbox.gateway.evaluate;

import glassbox.contracts.verdict.Material.CodeTest;
import glassbox.contracts.verdict.Material.SourceDocument;
import glassbox.contracts.verdict.PlanTask;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the answer goes through phases, critics and the gate. None of it weakens the gate: what
 * commits is the configuration's to say.
 */
@Schema(name = "Esi")
record EsiConfig(
    @Schema(
            description =
                "Whether it does; as the service is set where absent: only where asked for, or"
                    + " always where the federation's models write scaffolds.")
        @Nullable Boolean enabled,
    @Schema(description = "Profile of the configuration; that of the request's domain if absent.")
        @Nullable String domain,
    @Schema(
            description = "Tools that may be called; empty for all, [\"none\"] for none.",
            example = "[\"calculator\", \"sql\"]")
        List<String> tools,
    @Schema(description = "What may be quoted and cited.") List<SourceDocument> documents,
    @Schema(description = "Calls that a piece of code must answer.") List<CodeTest> tests,
    @Schema(description = "The map and limits of a plan.") @Nullable PlanTask plan,
    @Schema(description = "For this run, in place of the parameters in force.")
        @Nullable Overrides overrides,
    @Schema(
            description = "Whether a stream shows [Answer] before it is committed, so marked.",
            defaultValue = "false")
        @Nullable Boolean provisional,
    @Schema(description = "Several agents on the question; as the configuration says if absent.")
        @Nullable AgentsConfig agents) {

  static final EsiConfig UNSAID =
      new EsiConfig(null, null, List.of(), List.of(), List.of(), null, null, null, null);

  EsiConfig {
    tools = List.copyOf(tools);
    documents = List.copyOf(documents);
    tests = List.copyOf(tests);
  }

  /** Three temperatures and nucleus masses (outline, draft, verification), starch, tokens. */
  @Schema(name = "EsiOverrides")
  record Overrides(
      @Schema(description = "Three, in (0, 2]; empty for those in force.") List<Double> temps,
      @Schema(description = "Three, in (0, 1]; empty for those in force.") List<Double> topP,
      @Schema(description = "Share of the window that structure may take, 0 to 0.1.")
          @Nullable Double starch,
      @Schema(description = "Most tokens of the answer's side.") @Nullable Integer maxTokens) {
    Overrides {
      temps = List.copyOf(temps);
      topP = List.copyOf(topP);
    }
  }
}

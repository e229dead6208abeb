package glassbox.gateway.evaluate;

import glassbox.contracts.generation.CertificateMode;
import glassbox.contracts.generation.Routing;
import glassbox.contracts.run.Domain;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code POST /glad/evaluate} takes. Fields may be null or absent unless said otherwise; a
 * field that is not listed is refused.
 */
@Schema(name = "EvaluateRequest")
record EvaluateRequest(
    @Schema(description = "Alias of a federation, never a path.", example = "demo")
        String modelPath,
    @Schema(description = "The question. Special-token strings in it stay plain text.")
        String prompt,
    @Schema(description = "A given answer: it is scored and nothing is generated.")
        @Nullable String answer,
    @Schema(description = "Text that the answer should rest on.") @Nullable String context,
    @Schema(description = "The caller's own id of a conversation, given back; at most 128.")
        @Nullable String sessionId,
    @Schema(description = "System prompt; its tokens are left out of explanations.")
        @Nullable String systemPromptText,
    @Schema(description = "Per-token attribution and the credit tiers.", defaultValue = "false")
        @Nullable Boolean explain,
    @Schema(defaultValue = "standard") @Nullable ExplainMode explainMode,
    @Schema(description = "Available: gradient. Empty means that.", example = "[\"gradient\"]")
        List<String> creditTiers,
    @Nullable GenerationConfig generationConfig,
    @Schema(description = "How specialists are joined; the federation's own rule if absent.")
        @Nullable CombinerConfig combiner,
    @Schema(
            description = "Most probable tokens to report per token.",
            defaultValue = "0",
            minimum = "0",
            maximum = "20")
        @Nullable Long topLogprobs,
    @Schema(description = "Per-layer norms and expert routing per token.", defaultValue = "false")
        @Nullable Boolean blockAudit,
    @Schema(
            description = "When the answer gets a legibility certificate: one more forward.",
            defaultValue = "sampled")
        @Nullable CertificateMode certificate,
    @Schema(description = "What passes on at the bottlenecks.", defaultValue = "full")
        @Nullable Routing routing,
    @Schema(description = "What kind of task it is; recorded, and a row of reports.")
        @Nullable Domain domain,
    @Schema(description = "Most forward tokens that an explanation may cost.", minimum = "1")
        @Nullable Long budget,
    @Schema(
            description = "Which answers to take: see the release policy.",
            defaultValue = "provisional")
        @Nullable Release release,
    @Schema(description = "The course through phases, critics and the gate.")
        @Nullable EsiConfig esi,
    @Schema(description = "Answer with server-sent events.", defaultValue = "false")
        @Nullable Boolean stream) {

  EvaluateRequest {
    creditTiers = List.copyOf(creditTiers);
  }
}

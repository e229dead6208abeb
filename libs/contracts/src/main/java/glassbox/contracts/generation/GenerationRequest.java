package glassbox.contracts.generation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a federation is asked to answer, or to score.
 *
 * @param runId the run this pass belongs to, issued by the gateway
 * @param pass number of the pass within the run, from 0
 * @param tenant who asks
 * @param federation registry alias
 * @param system system prompt text, kept out of attributions
 * @param context text the answer should rest on
 * @param prompt the question; its special-token strings stay plain text
 * @param answer a given answer to score; null to generate one
 * @param decoding how tokens are drawn; its sampling fields are unused when scoring
 * @param combiner how specialists are joined; null for the federation's own combiner
 * @param topLogprobs how many of the joint's most probable tokens to report per token, 0 to 20
 * @param blockAudit whether each token carries its per-layer trace
 * @param certificate when the answer gets a legibility certificate; null for sampled
 * @param routing what passes on at the bottlenecks; null for full
 * @param keepContent whether the tenant keeps token ids; if not, the sealed block carries their
 *     digest only and cannot be replayed
 * @param continuation where the answer that earlier passes began is taken up; null to begin one
 */
public record GenerationRequest(
    UUID runId,
    int pass,
    String tenant,
    String federation,
    @Nullable String system,
    @Nullable String context,
    String prompt,
    @Nullable String answer,
    Decoding decoding,
    @Nullable CombinerSpec combiner,
    int topLogprobs,
    boolean blockAudit,
    @Nullable CertificateMode certificate,
    @Nullable Routing routing,
    boolean keepContent,
    @Nullable Continuation continuation) {}

package glassbox.contracts.explanation;

import glassbox.contracts.generation.CombinerSpec;
import org.jspecify.annotations.Nullable;

/**
 * Asks which parts of the prompt an answer rests on.
 *
 * @param federation registry alias
 * @param system system prompt text, never a unit of the explanation
 * @param context its tokens are units
 * @param prompt its tokens are units
 * @param answer the answer whose score is explained
 * @param combiner how specialists are joined; null for the federation's own
 * @param budget most forward tokens to spend; null for the service's limit
 */
public record ExplanationRequest(
    String federation,
    @Nullable String system,
    @Nullable String context,
    String prompt,
    String answer,
    @Nullable CombinerSpec combiner,
    @Nullable Long budget) {}

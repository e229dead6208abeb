package glassbox.contracts.explanation;

import org.jspecify.annotations.Nullable;

/**
 * Asks what the explanation of an answer would cost, before there is one.
 *
 * @param federation registry alias
 * @param system system prompt text, never a unit of the explanation
 * @param context its tokens are units
 * @param prompt its tokens are units
 * @param answer the answer to be explained; null where it is still to be generated
 * @param maxNewTokens most tokens of an answer that is still to be generated, at least 1
 * @param budget most forward tokens to spend; null for the service's limit
 */
public record EstimateRequest(
    String federation,
    @Nullable String system,
    @Nullable String context,
    String prompt,
    @Nullable String answer,
    int maxNewTokens,
    @Nullable Long budget) {}

package glassbox.contracts.verdict;

/**
 * The sampler's uncertainty at one token of the answer.
 *
 * @param tokenId the token
 * @param normalizedEntropy in [0, 1], after temperature and nucleus
 * @param entropy nats, temperature 1
 */
public record TokenSignal(int tokenId, double normalizedEntropy, double entropy) {}

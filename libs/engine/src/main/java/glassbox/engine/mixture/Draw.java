package glassbox.engine.mixture;

/**
 * A token drawn from the joint.
 *
 * @param tokenId the token
 * @param sampledLogProb its log-probability under the distribution it was drawn from (after
 *     temperature and nucleus), nats; under greedy decoding, which changes no distribution, its raw
 *     joint log-probability
 * @param normalizedEntropy entropy of that distribution divided by the log of its nucleus size, in
 *     [0, 1]; 0 for a nucleus of one token
 */
public record Draw(int tokenId, double sampledLogProb, double normalizedEntropy) {}

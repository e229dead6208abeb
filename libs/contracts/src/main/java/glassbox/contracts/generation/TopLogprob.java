package glassbox.contracts.generation;

/** A candidate for a position, with its log-probability in nats under the raw joint. */
public record TopLogprob(int tokenId, String token, double logProb) {}

package glassbox.contracts.generation;

/** One specialist's part in one token: nats for log-probabilities, shares in [0, 1]. */
public record SpecialistLogProb(
    String id, double logProb, double weight, double logWeight, double share) {}

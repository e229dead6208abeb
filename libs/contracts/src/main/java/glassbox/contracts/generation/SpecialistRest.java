package glassbox.contracts.generation;

/**
 * What the specialists that a token's record does not list gave it together.
 *
 * @param specialists how many they are
 * @param logMass ln of their summed weighted probability, nats; the lowest double where they took
 *     no part
 * @param share of the mass given to the token, in [0, 1]
 */
public record SpecialistRest(int specialists, double logMass, double share) {}

package glassbox.audit.run;

/**
 * What is derived from a run's envelope and blocks when it is recorded.
 *
 * @param recordHash hex SHA-256 of the canonical envelope
 * @param envelopeJson the envelope
 * @param sharesJson the specialists' shares of the answer
 * @param tokens recorded in all passes
 * @param maxResidual over all passes, nats
 * @param medianResidual over all passes, nats
 */
record RunDigest(
    String recordHash,
    String envelopeJson,
    String sharesJson,
    int tokens,
    double maxResidual,
    double medianResidual) {}

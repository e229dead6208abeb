package glassbox.inference.certificate;

import glassbox.contracts.generation.CertificateSummary.Sampling;

/**
 * Decides which sampled answers are certified, so that certificates take at most a share of the
 * decode time of these answers. Each answer earns its share; a certificate is made once what was
 * earned and not spent covers what it is expected to cost, and pays what it really cost. So the
 * share is passed by one certificate's surprise at most, and what was passed is saved up first.
 * Given the costs the decisions are fixed. Costs are nanoseconds; safe for use by several threads.
 */
final class Allowance {
  private final double share;
  private long decoded;
  private long spent;
  private long reserved;
  private long answers;
  private long certified;
  private long measuredCost;
  private long measuredTokens;

  /** Requires a share in [0, 1]. */
  Allowance(double share) {
    this.share = share;
  }

  /**
   * Asks for a sampled answer's certificate.
   *
   * @param decode what the answer cost
   * @param tokens that the certificate has to run through
   * @return what was set aside, to be given back to {@link #settle}; -1 where there is not enough
   */
  synchronized long ask(long decode, long tokens) {
    answers++;
    decoded += decode;
    long expected = expected(decode, tokens);
    if (share == 0 || share * decoded < spent + reserved + expected) {
      return -1;
    }
    certified++;
    reserved += expected;
    return expected;
  }

  /** Pays for what {@link #ask} allowed; {@code made} is false if no certificate came of it. */
  synchronized void settle(long setAside, long cost, boolean made) {
    reserved -= setAside;
    spent += cost;
    certified -= made ? 0 : 1;
  }

  /** Learns what a certificate cost, sampled or not. */
  synchronized void learn(long cost, long tokens) {
    measuredCost += cost;
    measuredTokens += tokens;
  }

  /** As the measured ones; before there is one, as much as the answer, which takes more steps. */
  private long expected(long decode, long tokens) {
    return measuredTokens == 0
        ? decode
        : (long) Math.ceil((double) measuredCost / measuredTokens * tokens);
  }

  /** How answers were chosen so far. */
  synchronized Sampling sampling() {
    return new Sampling(
        share,
        decoded == 0 ? 0 : (double) spent / decoded,
        answers == 0 ? 0 : (double) certified / answers);
  }
}

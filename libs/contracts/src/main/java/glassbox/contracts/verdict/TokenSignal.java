package glassbox.contracts.verdict;

import org.jspecify.annotations.Nullable;

/**
 * The sampler's uncertainty at one token of the answer.
 *
 * @param tokenId the token
 * @param text its text, by which punctuation and field markers are left out of the entropy window;
 *     null counts as content
 * @param normalizedEntropy in [0, 1], after temperature and nucleus
 * @param entropy nats, temperature 1
 */
public record TokenSignal(
    int tokenId, @Nullable String text, double normalizedEntropy, double entropy) {

  /** A signal without its text. */
  public TokenSignal(int tokenId, double normalizedEntropy, double entropy) {
    this(tokenId, null, normalizedEntropy, entropy);
  }
}

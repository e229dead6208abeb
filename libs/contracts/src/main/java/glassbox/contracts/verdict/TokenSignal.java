package glassbox.contracts.verdict;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sampler's uncertainty at one token of the answer.
 *
 * @param tokenId the token
 * @param text its text, by which punctuation is left out of the entropy window (and field markers,
 *     where no kind is given); null counts as content
 * @param normalizedEntropy in [0, 1], after temperature and nucleus
 * @param entropy nats, temperature 1
 * @param kind what it is to the entropy window; null has its text judged
 * @param embedding a short vector of the hidden state that gave the token (at most 64 numbers), for
 *     the loop detector; null has it go by token ids
 * @param logProb of the token under the raw joint, nats; null where the server wrote the token
 *     itself or nobody measured: the token then takes no part in the hallucination score
 * @param disagreement of the specialists, Jensen-Shannon divergence, nats; null if not measured
 * @param delta total variation from the legible twin, in [0, 1]; null if not certified
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TokenSignal(
    int tokenId,
    @Nullable String text,
    double normalizedEntropy,
    double entropy,
    @Nullable Kind kind,
    @Nullable List<Double> embedding,
    @Nullable Double logProb,
    @Nullable Double disagreement,
    @Nullable Double delta) {

  public TokenSignal {
    embedding = embedding == null ? null : List.copyOf(embedding);
  }

  /** A signal for chi alone. */
  public TokenSignal(
      int tokenId,
      @Nullable String text,
      double normalizedEntropy,
      double entropy,
      @Nullable Kind kind,
      @Nullable List<Double> embedding) {
    this(tokenId, text, normalizedEntropy, entropy, kind, embedding, null, null, null);
  }

  /** A signal of unknown kind. */
  public TokenSignal(int tokenId, @Nullable String text, double normalizedEntropy, double entropy) {
    this(tokenId, text, normalizedEntropy, entropy, null, null);
  }

  /** A signal without its text. */
  public TokenSignal(int tokenId, double normalizedEntropy, double entropy) {
    this(tokenId, null, normalizedEntropy, entropy);
  }

  /** What a token is to the entropy window. */
  public enum Kind {
    /** A token of the draft that the task settles. */
    @JsonProperty("draft")
    DRAFT,
    /** A token of the draft that may be worded freely; chi is given without these too. */
    @JsonProperty("free")
    FREE,
    /** A marker or a tool's result that the server forced. */
    @JsonProperty("forced")
    FORCED,
    /** A token outside the draft: outline or verification. */
    @JsonProperty("other")
    OTHER,
    /** A token of the draft that a repair replaced: entropy counts it, nothing else does. */
    @JsonProperty("replaced")
    REPLACED
  }
}

package glassbox.contracts.verdict;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A score with its parts: {@code score = sigmoid(intercept + sum of the contributions)}.
 *
 * @param method how it was formed: {@code combined_logreg}
 * @param decision whether the score reaches the threshold, or unavailable
 * @param score in (0, 1); null if unavailable
 * @param probability the score, calibrated on labelled runs that it was not fitted on; null where
 *     it was fitted on runs of other models than those that answered, and if unavailable
 * @param threshold of the score; null if unavailable
 * @param intercept in logits; null if unavailable
 * @param model that gave it; null if unavailable
 * @param perSignal one a signal of the model; empty if unavailable
 * @param reason why it is unavailable; null if it is not
 */
public record Score(
    String method,
    Decision decision,
    @Nullable Double score,
    @Nullable Double probability,
    @Nullable Double threshold,
    @Nullable Double intercept,
    @Nullable FittedModel model,
    List<SignalPart> perSignal,
    @Nullable String reason) {

  /** The only method there is. */
  public static final String COMBINED_LOGREG = "combined_logreg";

  public Score {
    perSignal = List.copyOf(perSignal);
  }

  /** A score that could not be given. */
  public static Score unavailable(String reason) {
    return new Score(
        COMBINED_LOGREG, Decision.UNAVAILABLE, null, null, null, null, null, List.of(), reason);
  }

  /** What a score says. */
  public enum Decision {
    /** It is below its threshold. */
    @JsonProperty("passed")
    PASSED,
    /** It reaches its threshold. */
    @JsonProperty("flagged")
    FLAGGED,
    /** There is none, with the reason. */
    @JsonProperty("unavailable")
    UNAVAILABLE
  }

  /**
   * A fitted model.
   *
   * @param name such as {@code hallucination-grounded}
   * @param version of the fit
   * @param digest hex SHA-256 of its file
   */
  public record FittedModel(String name, String version, String digest) {}

  /**
   * One signal's part.
   *
   * @param signal its name
   * @param raw as measured; null where it was not, and it then contributes nothing
   * @param zscore standardised by the labelled runs
   * @param weight in logits
   * @param contribution zscore times weight
   */
  public record SignalPart(
      String signal, @Nullable Double raw, double zscore, double weight, double contribution) {}
}

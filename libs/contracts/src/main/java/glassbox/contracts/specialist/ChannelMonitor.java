package glassbox.contracts.specialist;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The watch over a specialist whose deltas could give a backdoor away: one that speaks through
 * codes which were not trained with it, or that is new here. A sequential test over its certified
 * answers; what it assumes and how often it is wrong: docs/legible.md.
 *
 * @param reason why it is watched
 * @param suspectSince when the alarm was raised; null while it is not. It stays until an operator
 *     clears it or the specialist's files change, over restarts too
 * @param answers certified answers seen since the test began
 * @param tokens of these
 * @param statistic the test's, nats of evidence
 * @param threshold the statistic that raises the alarm
 */
public record ChannelMonitor(
    Reason reason,
    @Nullable Instant suspectSince,
    long answers,
    long tokens,
    double statistic,
    double threshold) {

  /** Why a specialist is watched. */
  public enum Reason {
    /** An adapter on its base's codes. */
    @JsonProperty("frozen_channel")
    FROZEN_CHANNEL,
    /** Its files were not there when this place was first started. */
    @JsonProperty("added")
    ADDED
  }
}

package glassbox.contracts.specialist;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A loaded specialist.
 *
 * @param id registry alias
 * @param kind a model of its own, or an adapter
 * @param base alias of the base that an adapter sits on
 * @param digest hex SHA-256 over its files
 * @param architecture as in its configuration, for example {@code llama}
 * @param parameters its own weights (an adapter's without its base)
 * @param vocabularyDigest hex SHA-256 of its tokenizer
 * @param licence SPDX identifier
 * @param channel whose legible bottlenecks it speaks through
 * @param state whether it answers, and whether its deltas are suspect
 * @param monitor the watch over it; null where nothing is to be watched
 */
public record SpecialistView(
    String id,
    Kind kind,
    @Nullable String base,
    String digest,
    String architecture,
    long parameters,
    String vocabularyDigest,
    String licence,
    Channel channel,
    State state,
    @Nullable ChannelMonitor monitor) {

  /** What a specialist is. */
  public enum Kind {
    @JsonProperty("full")
    FULL,
    @JsonProperty("adapter")
    ADAPTER
  }

  /** Whether it answers. */
  public enum State {
    /** It answers. */
    @JsonProperty("ready")
    READY,
    /** It answers, but its deltas are far above the calibrated ones: ask who made it. */
    @JsonProperty("suspect")
    SUSPECT,
    /** It takes nothing more. */
    @JsonProperty("draining")
    DRAINING
  }
}

package glassbox.esi.config;

import java.util.Arrays;
import java.util.Locale;

/**
 * How a repair goes.
 *
 * @param instruct whether the model is shown what failed
 * @param entropy which tokens chi measures after it
 */
public record RepairRules(boolean instruct, Entropy entropy) {

  /** Tokens that chi measures after a repair of [Compute]. */
  public enum Entropy {
    /** Those of the drafting stage: a repair is cool by design, as the verification is. */
    DRAFT,
    /** Those that stand in [Compute] now, cool ones too. */
    SEGMENT;

    static Entropy of(String name) {
      return Arrays.stream(values())
          .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(name))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("chi is draft or segment, not " + name));
    }
  }
}

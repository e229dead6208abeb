package glassbox.engine.federation;

import java.util.List;

/** What came of asking how far an answer is from its legible twin. */
public sealed interface Certification {

  /** Every token was measured. */
  record Certified(Certificate certificate) implements Certification {}

  /**
   * Specialists that took part have no legible bottlenecks, so that there is no twin.
   *
   * @param specialists their ids
   */
  record Opaque(List<String> specialists) implements Certification {
    public Opaque {
      specialists = List.copyOf(specialists);
    }
  }

  /** The answer has no tokens. */
  record Empty() implements Certification {}
}

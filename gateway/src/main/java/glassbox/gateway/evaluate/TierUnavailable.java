package glassbox.gateway.evaluate;

import java.util.List;

/** A credit tier that this version does not compute. */
public final class TierUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  TierUnavailable() {
    super("a credit tier is not available");
  }

  /** Returns the tiers that are. */
  public List<String> available() {
    return List.of(QuestionRules.GRADIENT);
  }
}

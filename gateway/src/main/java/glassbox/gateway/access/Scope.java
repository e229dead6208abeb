package glassbox.gateway.access;

import java.util.Arrays;
import java.util.Optional;

/** What a key may be used for. */
public enum Scope {
  /** Evaluate prompts. */
  EVALUATE("evaluate"),
  /** Read the tenant's recorded runs. */
  READ_RUNS("runs:read"),
  /** Replay the tenant's recorded runs: costs forward passes. */
  REPLAY_RUNS("runs:replay"),
  /** Erase the texts and token ids of the tenant's recorded runs: cannot be undone. */
  ERASE_RUNS("runs:erase"),
  /** List specialists and federations. */
  READ_SPECIALISTS("specialists:read"),
  /** Clear the suspicion of a specialist: for who runs this place. */
  CLEAR_SPECIALISTS("specialists:clear"),
  /** List critics. */
  READ_CRITICS("critics:read"),

  /** Read what the tenant's runs say together. */
  READ_ANALYTICS("analytics:read"),

  /** Issue receipts of royalties for the tenant's runs. */
  ISSUE_ROYALTIES("royalties:issue"),

  /** Review who read the tenant's records. */
  REVIEW_READS("reads:review");

  private final String label;

  Scope(String label) {
    this.label = label;
  }

  /** Returns the name used in the keys file and in problems. */
  public String label() {
    return label;
  }

  static Optional<Scope> of(String label) {
    return Arrays.stream(values()).filter(scope -> scope.label.equals(label)).findFirst();
  }
}

package glassbox.audit.run;

import java.util.List;

/** A submission that is not recorded. Knows no HTTP; quotes no content. */
final class RunRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final transient List<Fault> faults;

  RunRefusedException(Reason reason, List<Fault> faults) {
    super(reason + " " + faults);
    this.reason = reason;
    this.faults = List.copyOf(faults);
  }

  Reason reason() {
    return reason;
  }

  List<Fault> faults() {
    return faults;
  }

  /** Why. */
  enum Reason {
    /** A field has a value that no envelope may have. */
    INVALID,
    /** Blocks it names are not recorded. */
    BLOCKS_MISSING,
    /** It says something else than its blocks or its content. */
    INCONSISTENT,
    /** Another envelope is recorded under the same id. */
    CONFLICT
  }

  /** What is wrong with one field of the submission, in wire names. */
  record Fault(String field, String message) {}
}

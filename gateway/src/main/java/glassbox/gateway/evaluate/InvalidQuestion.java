package glassbox.gateway.evaluate;

import java.util.List;

/** A request whose fields are readable but not allowed. */
public final class InvalidQuestion extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient List<FieldFault> faults;

  InvalidQuestion(List<FieldFault> faults) {
    super("the request is not valid");
    this.faults = List.copyOf(faults);
  }

  /** Returns what is wrong, in the order of the fields. */
  public List<FieldFault> faults() {
    return faults;
  }
}

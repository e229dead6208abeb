package glassbox.esi.field;

import java.util.Arrays;
import java.util.Optional;

/** The fields of a scaffold, in their order. Each has a one-token marker. */
public enum Field {
  GIVEN("[Given]"),
  PLAN("[Plan]"),
  COMPUTE("[Compute]"),
  CHECKS("[Checks]"),
  TRACE("[Trace]"),
  ANSWER("[Answer]");

  private final String marker;

  Field(String marker) {
    this.marker = marker;
  }

  /** The marker's token string. */
  public String marker() {
    return marker;
  }

  /** The field of a marker. */
  public static Optional<Field> of(String marker) {
    return Arrays.stream(values()).filter(field -> field.marker.equals(marker)).findFirst();
  }
}

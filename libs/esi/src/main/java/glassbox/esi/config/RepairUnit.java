package glassbox.esi.config;

import java.util.Arrays;
import java.util.Locale;

/** The smallest part that a repair redoes. */
public enum RepairUnit {
  TOOL_LINE,
  FUNCTION,
  STEP,
  PARAGRAPH,
  WAYPOINTS;

  static RepairUnit of(String name) {
    return Arrays.stream(values())
        .filter(unit -> unit.key().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "repair is one of "
                        + Arrays.stream(values()).map(RepairUnit::key).toList()
                        + ", not "
                        + name));
  }

  /** As the document spells it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}

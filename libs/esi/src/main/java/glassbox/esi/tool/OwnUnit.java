package glassbox.esi.tool;

import java.math.BigDecimal;
import java.util.List;

/**
 * A unit that only this installation knows.
 *
 * @param names it is called by, the one written after numbers first
 * @param value how many of {@code unit} one of it is
 * @param unit a known unit
 */
public record OwnUnit(List<String> names, BigDecimal value, String unit) {
  public OwnUnit {
    names = List.copyOf(names);
    if (names.isEmpty() || value.signum() <= 0) {
      throw new IllegalArgumentException("an own unit has a name and a value above 0");
    }
  }
}

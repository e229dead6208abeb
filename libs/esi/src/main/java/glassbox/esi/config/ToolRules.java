package glassbox.esi.config;

import glassbox.esi.tool.OwnUnit;
import glassbox.esi.tool.SqlLimits;
import java.util.List;

/**
 * What tools know and may take.
 *
 * @param units that only this installation knows
 * @param sql limits of a query
 */
public record ToolRules(List<OwnUnit> units, SqlLimits sql) {
  public ToolRules {
    units = List.copyOf(units);
  }
}

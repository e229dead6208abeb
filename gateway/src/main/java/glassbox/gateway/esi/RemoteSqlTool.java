package glassbox.gateway.esi;

import glassbox.contracts.tool.SqlQuery;
import glassbox.contracts.tool.SqlResult;
import glassbox.esi.tool.Tool;
import glassbox.esi.tool.ToolException;
import glassbox.gateway.downstream.Audit;
import glassbox.gateway.downstream.DownstreamRefused;
import glassbox.gateway.downstream.DownstreamUnavailable;

/**
 * Queries over the world's tables: the audit service has the database, and a role that may read.
 */
final class RemoteSqlTool implements Tool {
  private final Audit audit;

  RemoteSqlTool(Audit audit) {
    this.audit = audit;
  }

  @Override
  public String name() {
    return "sql";
  }

  @Override
  public String kind() {
    return "table_row";
  }

  @Override
  public String run(String input) {
    try {
      SqlResult result = audit.query(new SqlQuery(input));
      if (result.failed()) {
        throw new ToolException(result.output());
      }
      return result.output();
    } catch (DownstreamUnavailable | DownstreamRefused e) {
      throw new ToolException("the database cannot be asked");
    }
  }
}

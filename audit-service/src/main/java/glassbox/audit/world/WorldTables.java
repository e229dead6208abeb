package glassbox.audit.world;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import glassbox.contracts.tool.RoadMap;
import glassbox.contracts.tool.SqlResult;
import glassbox.esi.tool.SqlLimits;
import glassbox.esi.tool.SqlTool;
import glassbox.esi.tool.ToolException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * The tables as the reading role sees them. Connections are few, made when they are wanted, and
 * nobody's who records.
 */
public final class WorldTables implements AutoCloseable {
  private static final String ROADS =
      "select start, stop, km from world.roads order by start, stop";
  private static final int CONNECTIONS = 4;
  private static final int IDLE_MILLIS = 60_000;
  private static final int WAIT_MILLIS = 2_000;

  private final HikariDataSource database;
  private final SqlTool tool;

  /** Tables read under these details; nothing is connected to yet. */
  public WorldTables(JdbcConnectionDetails reader) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("world");
    config.setJdbcUrl(reader.getJdbcUrl());
    config.setUsername(reader.getUsername());
    config.setPassword(reader.getPassword());
    config.setReadOnly(true);
    config.setMinimumIdle(0);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setIdleTimeout(IDLE_MILLIS);
    config.setConnectionTimeout(WAIT_MILLIS);
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("ApplicationName", "glassbox-tools");
    this.database = new HikariDataSource(config);
    this.tool = new SqlTool(database, SqlLimits.DEFAULT);
  }

  /** Runs one SELECT. */
  SqlResult query(String query) {
    try {
      return new SqlResult(tool.run(query), false);
    } catch (ToolException e) {
      return new SqlResult(String.valueOf(e.getMessage()), true);
    }
  }

  /**
   * The roads.
   *
   * @throws SQLException when they cannot be read
   */
  RoadMap roads() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(ROADS)) {
      List<RoadMap.Road> roads = new ArrayList<>();
      while (rows.next()) {
        roads.add(
            new RoadMap.Road(rows.getString("start"), rows.getString("stop"), rows.getInt("km")));
      }
      return new RoadMap(roads);
    }
  }

  @Override
  public void close() {
    database.close();
  }
}

package glassbox.esi.tool;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs one query of a draft: columns apart by blanks, rows by {@code "; "}, {@code none} without
 * rows. In a read-only transaction that is always rolled back, under a time limit of the database.
 */
public final class SqlTool implements Tool {

  private static final String CANCELLED = "57014";

  private final DataSource database;
  private final SqlLimits limits;

  /**
   * A tool over a database.
   *
   * @param database whose role may read the schema's tables and nothing else
   */
  public SqlTool(DataSource database, SqlLimits limits) {
    this.database = database;
    this.limits = limits;
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
    String query = SqlGuard.check(input);
    try (Connection connection = database.getConnection()) {
      return rows(connection, query);
    } catch (SQLTimeoutException e) {
      throw late();
    } catch (SQLException e) {
      throw CANCELLED.equals(e.getSQLState()) ? late() : new ToolException(reason(e));
    }
  }

  private String rows(Connection connection, String query) throws SQLException {
    boolean committing = connection.getAutoCommit();
    boolean writing = !connection.isReadOnly();
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
    try {
      return read(connection, query);
    } finally {
      connection.rollback();
      connection.setAutoCommit(committing);
      connection.setReadOnly(!writing);
    }
  }

  private String read(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local statement_timeout = " + limits.time().toMillis());
      statement.execute("set local search_path = " + limits.schema());
      statement.setMaxRows(limits.rows() + 1);
      try (ResultSet result = statement.executeQuery(query)) {
        List<String> rows = rows(result);
        if (rows.size() > limits.rows()) {
          throw new ToolException("more than " + limits.rows() + " rows");
        }
        return rows.isEmpty() ? "none" : String.join("; ", rows);
      }
    }
  }

  private static List<String> rows(ResultSet result) throws SQLException {
    int columns = result.getMetaData().getColumnCount();
    var rows = new ArrayList<String>();
    while (result.next()) {
      var row = new ArrayList<String>();
      for (int column = 1; column <= columns; column++) {
        row.add(cell(result.getObject(column)));
      }
      rows.add(String.join(" ", row));
    }
    return rows;
  }

  private static String cell(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case BigDecimal decimal -> Decimals.plain(decimal);
      case Double real -> Decimals.plain(BigDecimal.valueOf(real));
      default -> value.toString();
    };
  }

  /** The first line of what the database says; it quotes the query, which the model wrote. */
  private static String reason(SQLException e) {
    String state = e.getSQLState();
    boolean query = state != null && (state.startsWith("42") || state.startsWith("22"));
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return query ? message.replaceFirst("^ERROR: ", "") : "the database cannot be asked";
  }

  private ToolException late() {
    return new ToolException("the query takes longer than " + limits.time().toMillis() + " ms");
  }
}

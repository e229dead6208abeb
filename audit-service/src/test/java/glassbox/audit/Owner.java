package glassbox.audit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The database as its owner, who is a superuser: does what the service itself cannot. */
public final class Owner implements AutoCloseable {
  private final SingleConnectionDataSource connection;

  private Owner(SingleConnectionDataSource connection) {
    this.connection = connection;
  }

  public static Owner of(FlywayConnectionDetails details) {
    try {
      Connection connection =
          DriverManager.getConnection(
              details.getJdbcUrl(), details.getUsername(), details.getPassword());
      return new Owner(new SingleConnectionDataSource(connection, true));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public JdbcTemplate jdbc() {
    return new JdbcTemplate(connection);
  }

  /** Switches the triggers off that guard insert-only tables, for this connection. */
  public Owner withoutGuards() {
    jdbc().execute("set session_replication_role = replica");
    return this;
  }

  @Override
  public void close() {
    connection.destroy();
  }
}

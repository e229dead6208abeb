package glassbox.audit.log;

import static java.util.Objects.requireNonNull;

import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Databases of the tests' server: copies of others, so that little is done twice. */
final class LogDatabases {
  private static final String EMPTY = "log_template";

  private final FlywayConnectionDetails server;
  private final JdbcTemplate admin;

  LogDatabases(FlywayConnectionDetails server) {
    this.server = server;
    admin = new JdbcTemplate(source("postgres"));
  }

  /** Makes a database with the schema and no rows. */
  void create(String name) {
    if (!exists(EMPTY)) {
      admin.execute("create database " + EMPTY);
      Flyway.configure().dataSource(source(EMPTY)).load().migrate();
    }
    copy(EMPTY, name);
  }

  /** Makes a database like one that nobody is connected to. */
  void copy(String from, String name) {
    admin.execute("create database " + name + " template " + from);
  }

  boolean exists(String name) {
    return Boolean.TRUE.equals(
        admin.queryForObject(
            "select exists (select from pg_database where datname = ?)", Boolean.class, name));
  }

  String url(String name) {
    return requireNonNull(server.getJdbcUrl()).replaceAll("/[^/]*$", "/" + name);
  }

  String password() {
    return String.valueOf(server.getPassword());
  }

  private DriverManagerDataSource source(String name) {
    return new DriverManagerDataSource(url(name), "postgres", password());
  }
}

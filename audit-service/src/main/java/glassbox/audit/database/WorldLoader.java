package glassbox.audit.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;

/**
 * Makes the world's tables and the role that reads them, as the owner of our own server. The script
 * is what {@code lab world --sql} writes; it runs again only when it is another.
 */
final class WorldLoader {
  static final String READER = "glassbox_reader";

  private static final String SCRIPT = "/db/world/world.sql";
  private static final String MAKE_READER =
      """
      do $$ begin
        if not exists (select from pg_roles where rolname = '%1$s') then
          create role %1$s login connection limit 8;
        end if;
      end $$;
      alter role %1$s set default_transaction_read_only = on;
      alter role %1$s set statement_timeout = '2s';
      alter role %1$s set lock_timeout = '1s';
      alter role %1$s set idle_in_transaction_session_timeout = '10s';
      alter role %1$s set search_path = world;
      """
          .formatted(READER);
  private static final String GRANTS =
      """
      grant usage on schema world to %1$s;
      grant select on all tables in schema world to %1$s;
      """
          .formatted(READER);

  private WorldLoader() {}

  static void load(Statement statement, String readerPassword) throws IOException, SQLException {
    String script = script();
    String digest = digest(script);
    if (!digest.equals(loaded(statement))) {
      statement.execute(MAKE_READER);
      statement.execute(
          "begin; " + script + GRANTS + "comment on schema world is '" + digest + "'; commit");
    }
    statement.execute("alter role " + READER + " password '" + readerPassword + "'");
  }

  private static String loaded(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "select coalesce((select obj_description(oid, 'pg_namespace') from pg_namespace"
                + " where nspname = 'world'), '')")) {
      row.next();
      return row.getString(1);
    }
  }

  private static String script() throws IOException {
    try (InputStream in = WorldLoader.class.getResourceAsStream(SCRIPT)) {
      if (in == null) {
        throw new IOException("the jar lacks " + SCRIPT);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String digest(String script) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(script.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

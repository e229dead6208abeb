package glassbox.audit.content;

import glassbox.audit.seal.RowSeal;
import java.nio.file.Path;
import org.springframework.jdbc.core.JdbcTemplate;

/** Seals as the tests' service makes them. */
public final class TestSeals {
  private TestSeals() {}

  /** Of the service whose database this is. */
  public static RowSeal of(JdbcTemplate jdbc) {
    MasterKeyTable table = new MasterKeyTable(jdbc);
    Path key = Path.of("target", "postgres", "service.master-key").toAbsolutePath();
    return table.seal(new MasterKeyOpening(new ContentSettings(key, null), table).open());
  }
}

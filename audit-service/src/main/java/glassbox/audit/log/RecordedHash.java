package glassbox.audit.log;

import glassbox.ledger.merkle.Hash;
import glassbox.ledger.run.MalformedJsonException;
import glassbox.ledger.run.RunRecordHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The hash of a stored envelope, computed again; the stored hash must be the same. */
final class RecordedHash {
  private RecordedHash() {}

  /**
   * Of a row with the columns envelope and record_hash of its run, both null if there is no run.
   *
   * @param where how messages name the row
   * @throws LogInconsistentException if the run is gone or was changed
   */
  static Hash of(ResultSet row, String where) throws SQLException {
    @Nullable String envelope = row.getString("envelope");
    if (envelope == null) {
      throw new LogInconsistentException(where + ": the run is not in the database any more");
    }
    String hash = computed(envelope, where);
    if (!hash.equals(row.getString("record_hash"))) {
      throw new LogInconsistentException(where + ": the envelope is not the one recorded");
    }
    return Hash.ofHex(hash);
  }

  private static String computed(String envelope, String where) {
    try {
      return RunRecordHash.of(envelope);
    } catch (MalformedJsonException e) {
      throw new LogInconsistentException(where + ": the envelope is not JSON", e);
    }
  }
}

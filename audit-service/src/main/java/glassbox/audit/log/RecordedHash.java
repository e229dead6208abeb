package glassbox.audit.log;

import glassbox.ledger.log.LogEntry;
import glassbox.ledger.merkle.Hash;
import glassbox.ledger.run.ErasureRecord;
import glassbox.ledger.run.MalformedJsonException;
import glassbox.ledger.run.RetentionRecord;
import glassbox.ledger.run.RunRecordHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The hash of a stored record, computed again; where a hash is stored, it must be the same. */
final class RecordedHash {
  private RecordedHash() {}

  /**
   * Of a row with the columns kind, record, and run_hash, the hash stored with a run; record is
   * null if there is none.
   *
   * @param where how messages name the row
   * @throws LogInconsistentException if the record is gone or was changed
   */
  static Hash of(ResultSet row, String where) throws SQLException {
    LogEntry.Kind kind = LogEntry.Kind.valueOf(row.getString("kind"));
    @Nullable String record = row.getString("record");
    if (record == null) {
      throw new LogInconsistentException(
          where + ": the " + noun(kind) + " is not in the database any more");
    }
    Hash hash = computed(kind, record, where);
    if (kind == LogEntry.Kind.RUN && !hash.hex().equals(row.getString("run_hash"))) {
      throw new LogInconsistentException(where + ": the envelope is not the one recorded");
    }
    return hash;
  }

  private static String noun(LogEntry.Kind kind) {
    return switch (kind) {
      case RUN -> "run";
      case ERASURE -> "record of the erasure";
      case RETENTION -> "record of the retention";
    };
  }

  private static Hash computed(LogEntry.Kind kind, String record, String where) {
    try {
      return switch (kind) {
        case RUN -> Hash.ofHex(RunRecordHash.of(record));
        case ERASURE -> ErasureRecord.hash(record);
        case RETENTION -> RetentionRecord.hash(record);
      };
    } catch (MalformedJsonException e) {
      throw new LogInconsistentException(where + ": the envelope is not JSON", e);
    }
  }
}

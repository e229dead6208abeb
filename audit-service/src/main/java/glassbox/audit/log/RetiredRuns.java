package glassbox.audit.log;

import glassbox.audit.month.RunMonth;
import glassbox.ledger.merkle.CompactRange;
import glassbox.ledger.merkle.Hash;
import glassbox.ledger.run.MalformedJsonException;
import glassbox.ledger.run.RetentionRecord;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The runs that may be absent: those of months that the log says were dropped. A record counts only
 * as its entry in the log has it, and only for whole months: it must name exactly the month's runs,
 * and have the root of their leaves.
 */
final class RetiredRuns {
  private static final String LOGGED =
      """
      select e.index, e.record_hash, t.record from retentions t
      join log_entries e on e.kind = 'RETENTION' and e.record_id = first_id(t.month)
      order by e.index
      """;

  private final List<Month> months = new ArrayList<>();

  private RetiredRuns() {}

  private static final class Month {
    private final long index;
    private final RetentionRecord record;
    private final CompactRange leaves = CompactRange.empty();
    private long runs;

    private Month(long index, RetentionRecord record) {
      this.index = index;
      this.record = record;
    }
  }

  /** Reads the records; those that are not as the log has them are left to the check of leaves. */
  static RetiredRuns read(JdbcTemplate snapshot) {
    RetiredRuns retired = new RetiredRuns();
    snapshot.query(
        LOGGED,
        row -> {
          retired.add(
              row.getLong("index"), Hash.of(row.getBytes("record_hash")), row.getString("record"));
        });
    return retired;
  }

  private void add(long index, Hash entry, String json) {
    try {
      if (RetentionRecord.hash(json).equals(entry)) {
        months.add(new Month(index, RetentionRecord.parse(json)));
      }
    } catch (MalformedJsonException notAsTheLogHasIt) {
      return;
    }
  }

  /** Takes the leaf of a run, by rising index. Whether the run may be absent. */
  boolean leaf(long index, UUID run, Hash leafHash) {
    @Nullable YearMonth month = RunMonth.of(run).orElse(null);
    boolean absent = false;
    for (Month retired : months) {
      if (retired.record.month().equals(month)) {
        retired.runs++;
      }
      if (retired.record.covers(index)) {
        retired.leaves.append(leafHash);
        absent |= retired.record.month().equals(month);
      }
    }
    return absent;
  }

  /** After the last leaf: whether the records are of what they say. */
  void end(Findings findings) {
    for (Month retired : months) {
      RetentionRecord record = retired.record;
      if (retired.runs != record.runs() || retired.leaves.size() != record.runs()) {
        findings.add(
            retired.index,
            null,
            "the retention of %s is of %d runs, but the log has %d of that month"
                .formatted(record.month(), record.runs(), retired.runs));
      } else if (!retired.leaves.head().rootHash().equals(record.root())) {
        findings.add(
            retired.index,
            null,
            "the retention of " + record.month() + " is not of the entries that it names");
      }
    }
  }
}

package glassbox.audit.reads;

import glassbox.audit.journal.Journal;
import glassbox.audit.journal.JournalLine;
import glassbox.audit.seal.RowSeal;
import glassbox.audit.seal.SealedTable;
import glassbox.contracts.reads.ReadRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table of reads. Insert-only. */
@Repository
class Reads {
  private static final String INSERT =
      """
      insert into audit_reads (id, tenant, reader, kind, run_id, detail, purpose, read_at, seal)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String PAGE =
      """
      select id, tenant, reader, kind, run_id, detail, purpose, read_at from audit_reads
      where tenant = ? and id < ? and (?::uuid is null or run_id = ?) order by id desc limit ?
      """;

  private final JdbcTemplate jdbc;
  private final RowSeal seals;
  private final Journal journal;

  Reads(JdbcTemplate jdbc, RowSeal seals, Journal journal) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.journal = journal;
  }

  /** Records reads in one transaction; on the disk on return. */
  @Transactional
  void add(List<ReadRecord> reads) {
    var unused = jdbc.batchUpdate(INSERT, reads.stream().map(this::row).toList());
    journal.add(
        reads.stream().map(read -> JournalLine.of(JournalLine.Kind.READ, read.id())).toList());
  }

  private Object[] row(ReadRecord read) {
    return new Object[] {
      read.id(),
      read.tenant(),
      read.reader(),
      read.kind(),
      read.runId(),
      read.detail(),
      read.purpose(),
      read.readAt().atOffset(ZoneOffset.UTC),
      seals.of(
          SealedTable.READS,
          Arrays.asList(
              read.id(),
              read.tenant(),
              read.reader(),
              read.kind(),
              read.runId(),
              read.detail(),
              read.purpose(),
              read.readAt()))
    };
  }

  /**
   * A tenant's reads before an id, newest first.
   *
   * @param run only those of this run, unless null
   */
  List<ReadRecord> before(String tenant, UUID id, @Nullable UUID run, int limit) {
    return jdbc.query(PAGE, (row, index) -> read(row), tenant, id, run, run, limit);
  }

  private static ReadRecord read(ResultSet row) throws SQLException {
    return new ReadRecord(
        row.getObject("id", UUID.class),
        row.getString("tenant"),
        row.getString("reader"),
        row.getString("kind"),
        row.getObject("run_id", UUID.class),
        row.getString("detail"),
        row.getString("purpose"),
        row.getObject("read_at", OffsetDateTime.class).toInstant());
  }
}

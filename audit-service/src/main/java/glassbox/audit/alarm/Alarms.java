package glassbox.audit.alarm;

import glassbox.audit.journal.Journal;
import glassbox.audit.journal.JournalLine;
import glassbox.audit.seal.RowSeal;
import glassbox.audit.seal.SealedTable;
import glassbox.contracts.run.Alarm;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The tables of alarms and their acknowledgements. Insert-only. */
@Repository
public class Alarms {
  private static final String SELECT =
      """
      select a.id, a.run_id, a.pass, a.block_hash, a.max_residual, a.raised_at, k.acknowledged_at
      from alarms a left join alarm_acknowledgements k on k.alarm_id = a.id
      """;

  private final JdbcTemplate jdbc;
  private final Clock clock;
  private final RowSeal seals;
  private final Journal journal;
  private final Counter raised;

  Alarms(JdbcTemplate jdbc, Clock clock, RowSeal seals, Journal journal, MeterRegistry registry) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.seals = seals;
    this.journal = journal;
    raised =
        Counter.builder("glassbox.audit.alarms")
            .description("Blocks refused because they do not add up")
            .register(registry);
  }

  /** Raises the alarm of a refused block, durably; once a block, however often it is sent. */
  @Transactional
  public void raise(UUID runId, int pass, String blockHash, double maxResidual) {
    raised.increment();
    UUID id = UUID.randomUUID();
    byte[] hash = HexFormat.of().parseHex(blockHash);
    double residual = Double.isNaN(maxResidual) ? Double.NaN : maxResidual; // the one of many
    Instant now = now();
    int inserted =
        jdbc.update(
            """
            insert into alarms (id, run_id, pass, block_hash, max_residual, raised_at, seal)
            values (?, ?, ?, ?, ?, ?, ?) on conflict (block_hash) do nothing
            """,
            id,
            runId,
            pass,
            hash,
            residual,
            now.atOffset(ZoneOffset.UTC),
            seals.of(SealedTable.ALARMS, List.of(id, runId, pass, hash, residual, now)));
    if (inserted == 1) {
      journal.add(List.of(JournalLine.of(JournalLine.Kind.ALARM, id)));
    }
  }

  /** Open alarms first, then newest first; at most {@code limit}. */
  List<Alarm> list(int limit) {
    return jdbc.query(
        SELECT + "order by k.acknowledged_at is not null, a.raised_at desc, a.id limit ?",
        (row, index) -> alarm(row),
        limit);
  }

  /** Acknowledges an alarm; a second time changes nothing. Empty if there is none of that id. */
  @Transactional
  public Optional<Alarm> acknowledge(UUID id) {
    Instant now = now();
    int inserted =
        jdbc.update(
            """
            insert into alarm_acknowledgements (alarm_id, acknowledged_at, seal)
            select id, ?, ? from alarms where id = ? on conflict (alarm_id) do nothing
            """,
            now.atOffset(ZoneOffset.UTC),
            seals.of(SealedTable.ACKNOWLEDGEMENTS, List.of(id, now)),
            id);
    if (inserted == 1) {
      journal.add(List.of(JournalLine.of(JournalLine.Kind.ACKNOWLEDGEMENT, id)));
    }
    return jdbc.query(SELECT + "where a.id = ?", (row, index) -> alarm(row), id).stream()
        .findFirst();
  }

  /** How many alarms nobody has acknowledged. */
  long open() {
    Long count =
        jdbc.queryForObject(
            """
            select count(*) from alarms a
            where not exists (select from alarm_acknowledgements k where k.alarm_id = a.id)
            """,
            Long.class);
    return count == null ? 0 : count;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static Alarm alarm(ResultSet row) throws SQLException {
    double residual = row.getDouble("max_residual");
    return new Alarm(
        row.getObject("id", UUID.class),
        row.getObject("run_id", UUID.class),
        row.getInt("pass"),
        HexFormat.of().formatHex(row.getBytes("block_hash")),
        Double.isFinite(residual) ? residual : null,
        row.getObject("raised_at", OffsetDateTime.class).toInstant(),
        instant(row.getObject("acknowledged_at", OffsetDateTime.class)));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}

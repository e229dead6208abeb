package glassbox.audit.block;

import glassbox.audit.content.ContentPart;
import glassbox.audit.content.Contents;
import glassbox.audit.seal.RowSeal;
import glassbox.audit.seal.SealedTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table of blocks. Insert-only. */
@Repository
public class Blocks {
  private static final HexFormat HEX = HexFormat.of();
  private static final String INSERT =
      """
      insert into blocks
        (hash, run_id, pass, tokens, max_residual, median_residual, bytes, content_kept, seal,
          received_at)
      select n.*, ?::timestamptz
      from unnest(?::bytea[], ?::uuid[], ?::int[], ?::int[], ?::float8[], ?::float8[], ?::bytea[],
        ?::boolean[], ?::bytea[]) as n
      on conflict (run_id, hash) do nothing
      returning hash
      """;

  /** Below so many, the method makes no difference to the time that the commit takes. */
  private static final int COPIED_FROM = 32;

  private static final String UNIQUE_VIOLATION = "23505";
  private static final String SELECT =
      "select hash, run_id, pass, tokens, max_residual, median_residual, bytes from blocks ";

  private final JdbcTemplate jdbc;
  private final Contents contents;
  private final Clock clock;
  private final RowSeal seals;

  Blocks(JdbcTemplate jdbc, Contents contents, Clock clock, RowSeal seals) {
    this.jdbc = jdbc;
    this.contents = contents;
    this.clock = clock;
    this.seals = seals;
  }

  /**
   * Stores blocks in one transaction, the content of new ones encrypted.
   *
   * @return the hashes that were not there before
   */
  @Transactional
  Set<String> insert(List<IncomingBlock> blocks) {
    List<IncomingBlock> withContent =
        blocks.stream().filter(block -> block.content().isPresent()).toList();
    if (!withContent.isEmpty()) {
      contents.lock(withContent.stream().map(block -> block.stored().runId()).toList());
    }
    Set<String> inserted =
        jdbc.execute((ConnectionCallback<Set<String>>) connection -> insert(connection, blocks));
    List<ContentPart> parts =
        withContent.stream()
            .filter(block -> inserted.contains(block.stored().hash()))
            .flatMap(block -> part(block).stream())
            .toList();
    if (!parts.isEmpty()) {
      contents.keep(parts);
    }
    return inserted;
  }

  private static Optional<ContentPart> part(IncomingBlock block) {
    return block
        .content()
        .map(content -> ContentPart.block(block.stored().runId(), block.stored().hash(), content));
  }

  private Set<String> insert(Connection connection, List<IncomingBlock> incoming)
      throws SQLException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return incoming.size() >= COPIED_FROM && copy(connection, incoming, now)
        ? incoming.stream().map(block -> block.stored().hash()).collect(Collectors.toSet())
        : insert(connection, incoming, now);
  }

  /** Copies all, or none and gives false where one is there already. */
  private boolean copy(Connection connection, List<IncomingBlock> incoming, Instant now)
      throws SQLException {
    Savepoint before = connection.setSavepoint();
    try (BlockCopy copy = new BlockCopy(connection, now)) {
      for (IncomingBlock block : incoming) {
        copy.add(block, seal(block, now));
      }
      copy.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
        throw e;
      }
      connection.rollback(before);
      return false;
    }
    connection.releaseSavepoint(before);
    return true;
  }

  private Set<String> insert(Connection connection, List<IncomingBlock> incoming, Instant now)
      throws SQLException {
    List<StoredBlock> blocks = incoming.stream().map(IncomingBlock::stored).toList();
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      statement.setObject(1, now.atOffset(ZoneOffset.UTC));
      statement.setArray(2, octets(connection, blocks, b -> HEX.parseHex(b.hash())));
      statement.setArray(3, array(connection, "uuid", blocks, StoredBlock::runId));
      statement.setArray(4, array(connection, "int4", blocks, StoredBlock::pass));
      statement.setArray(5, array(connection, "int4", blocks, StoredBlock::tokens));
      statement.setArray(6, array(connection, "float8", blocks, StoredBlock::maxResidual));
      statement.setArray(7, array(connection, "float8", blocks, StoredBlock::medianResidual));
      statement.setArray(8, octets(connection, blocks, StoredBlock::bytes));
      statement.setArray(
          9,
          connection.createArrayOf(
              "bool", incoming.stream().map(block -> block.content().isPresent()).toArray()));
      statement.setArray(
          10,
          connection.createArrayOf(
              "bytea", incoming.stream().map(block -> seal(block, now)).toArray(byte[][]::new)));
      Set<String> inserted = new HashSet<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          inserted.add(HEX.formatHex(rows.getBytes(1)));
        }
      }
      return inserted;
    }
  }

  private byte[] seal(IncomingBlock incoming, Instant now) {
    StoredBlock block = incoming.stored();
    return seals.of(
        SealedTable.BLOCKS,
        List.of(
            HEX.parseHex(block.hash()),
            block.runId(),
            block.pass(),
            block.tokens(),
            block.maxResidual(),
            block.medianResidual(),
            now,
            incoming.content().isPresent()));
  }

  private static Array array(
      Connection connection,
      String type,
      List<StoredBlock> blocks,
      Function<StoredBlock, Object> column)
      throws SQLException {
    return connection.createArrayOf(type, blocks.stream().map(column).toArray());
  }

  private static Array octets(
      Connection connection, List<StoredBlock> blocks, Function<StoredBlock, byte[]> column)
      throws SQLException {
    return connection.createArrayOf("bytea", blocks.stream().map(column).toArray(byte[][]::new));
  }

  /** The block of a run with that hash. */
  public Optional<StoredBlock> find(UUID runId, String hash) {
    return findAll(runId, List.of(hash)).stream().findFirst();
  }

  /** The blocks of a run with these hashes that are there, in no order. */
  public List<StoredBlock> findAll(UUID runId, Collection<String> hashes) {
    byte[][] keys = hashes.stream().map(HEX::parseHex).toArray(byte[][]::new);
    return jdbc.query(
        SELECT + "where run_id = ? and hash = any(?)",
        statement -> {
          statement.setObject(1, runId);
          statement.setArray(2, statement.getConnection().createArrayOf("bytea", keys));
        },
        (row, index) -> block(row));
  }

  /** The blocks that a recorded run's envelope counts, in order of pass. */
  public List<StoredBlock> ofRun(UUID runId) {
    return jdbc.query(
        SELECT
            + "where run_id = ? and hash in (select hash from run_blocks where run_id = ?)"
            + " order by pass",
        (row, index) -> block(row),
        runId,
        runId);
  }

  private static StoredBlock block(ResultSet row) throws SQLException {
    return new StoredBlock(
        HEX.formatHex(row.getBytes("hash")),
        row.getObject("run_id", UUID.class),
        row.getInt("pass"),
        row.getInt("tokens"),
        row.getDouble("max_residual"),
        row.getDouble("median_residual"),
        row.getBytes("bytes"));
  }
}

package glassbox.audit.analytics;

import glassbox.ledger.block.BlockCodec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Repository;

/** The deltas of certified answers, from their recorded blocks. */
@Repository
class AnswerDeltas {
  private static final HexFormat HEX = HexFormat.of();
  private static final String BLOCKS =
      """
      select b.run_id, b.bytes from blocks b
      join unnest(?::uuid[], ?::bytea[]) as answer (run_id, hash)
        on b.run_id = answer.run_id and b.hash = answer.hash
      """;

  private final JdbcTemplate jdbc;

  AnswerDeltas(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Deltas by run.
   *
   * @param answers hex hash of each run's answer
   */
  Map<UUID, List<Double>> of(Map<UUID, String> answers) {
    Map<UUID, List<Double>> deltas = new HashMap<>();
    if (!answers.isEmpty()) {
      jdbc.query(
          BLOCKS,
          statement -> bind(statement, answers),
          (RowCallbackHandler) row -> read(row, deltas));
    }
    return deltas;
  }

  private static void bind(PreparedStatement statement, Map<UUID, String> answers)
      throws SQLException {
    List<Map.Entry<UUID, String>> entries = List.copyOf(answers.entrySet());
    UUID[] runs = entries.stream().map(Map.Entry::getKey).toArray(UUID[]::new);
    // The driver takes octets as an array of arrays only, not as one of objects.
    byte[][] hashes =
        entries.stream().map(entry -> HEX.parseHex(entry.getValue())).toArray(byte[][]::new);
    Connection connection = statement.getConnection();
    statement.setArray(1, connection.createArrayOf("uuid", runs));
    statement.setArray(2, connection.createArrayOf("bytea", hashes));
  }

  private static void read(ResultSet row, Map<UUID, List<Double>> deltas) throws SQLException {
    deltas.put(
        row.getObject("run_id", UUID.class),
        BlockCodec.decode(row.getBytes("bytes")).supplement().deltas());
  }
}

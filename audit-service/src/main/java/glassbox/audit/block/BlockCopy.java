package glassbox.audit.block;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows of the table of blocks in the binary form of Postgres's copy: the fastest way in, and one
 * that fails as a whole where a row is there already.
 */
final class BlockCopy implements AutoCloseable {
  private static final String COPY =
      """
      copy blocks (hash, run_id, pass, tokens, max_residual, median_residual, bytes, content_kept,
        seal, received_at) from stdin (format binary)
      """;
  private static final byte[] SIGNATURE =
      "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
  private static final HexFormat HEX = HexFormat.of();
  private static final int COLUMNS = 10;
  private static final int CHUNK = 1 << 16;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(2 * CHUNK);
  private final DataOutputStream out = new DataOutputStream(bytes);
  private final long received;
  private final CopyIn copy;

  /** Begins to copy rows that were received at this time, in the connection's transaction. */
  BlockCopy(Connection connection, Instant received) throws SQLException, IOException {
    this.received = ChronoUnit.MICROS.between(EPOCH, received);
    copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
    out.write(SIGNATURE);
    out.writeInt(0);
    out.writeInt(0);
  }

  /** Sends a row, soon: the server works on the rows before while the next are made. */
  void add(IncomingBlock incoming, byte[] seal) throws SQLException, IOException {
    StoredBlock block = incoming.stored();
    out.writeShort(COLUMNS);
    octets(HEX.parseHex(block.hash()));
    out.writeInt(2 * Long.BYTES);
    out.writeLong(block.runId().getMostSignificantBits());
    out.writeLong(block.runId().getLeastSignificantBits());
    number(block.pass());
    number(block.tokens());
    number(block.maxResidual());
    number(block.medianResidual());
    octets(block.bytes());
    out.writeInt(1);
    out.writeBoolean(incoming.content().isPresent());
    octets(seal);
    out.writeInt(Long.BYTES);
    out.writeLong(received);
    if (bytes.size() >= CHUNK) {
      flush();
    }
  }

  private void flush() throws SQLException {
    byte[] rows = bytes.toByteArray();
    bytes.reset();
    copy.writeToCopy(rows, 0, rows.length);
  }

  private void octets(byte[] value) throws IOException {
    out.writeInt(value.length);
    out.write(value);
  }

  private void number(int value) throws IOException {
    out.writeInt(Integer.BYTES);
    out.writeInt(value);
  }

  private void number(double value) throws IOException {
    out.writeInt(Double.BYTES);
    out.writeDouble(value);
  }

  /** Ends the copy: all rows are in. */
  void end() throws SQLException, IOException {
    out.writeShort(-1);
    flush();
    copy.endCopy();
  }

  /** Gives the connection back, whether or not the copy ended. */
  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }
}

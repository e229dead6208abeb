package glassbox.audit.seal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Seals rows: HMAC-SHA256, cut to 16 bytes, over the table's name and the covered columns, each
 * behind its kind and length, so that no two rows have the same bytes.
 */
public final class RowSeal {
  private static final int BYTES = 16;

  private final SecretKey key;

  /** Seals with this key, which nothing else uses. */
  public RowSeal(SecretKey key) {
    this.key = key;
  }

  /** The seal of a row: its columns as {@link SealedTable} orders them; times in microseconds. */
  public byte[] of(SealedTable table, List<? extends @Nullable Object> columns) {
    return mac(table.table(), columns);
  }

  /** Whether the current row has the seal of its columns, in its column {@code seal}. */
  public boolean fits(SealedTable table, ResultSet row) throws SQLException {
    byte @Nullable [] seal = row.getBytes("seal");
    return seal != null && MessageDigest.isEqual(seal, of(table, table.read(row)));
  }

  /** Reports every row of a table that does not have its seal. */
  public void check(JdbcTemplate snapshot, SealedTable table, RowAudit.Report report) {
    snapshot.query(
        "select " + table.columns() + ", seal from " + table.table(),
        row -> {
          if (!fits(table, row)) {
            report.found(
                null,
                "a row of %s is not as it was written (%s)"
                    .formatted(table.table(), row.getObject(1)));
          }
        });
  }

  /** Stands for a run's tenant where the tenant is not to be read. */
  public byte[] owner(UUID runId, String tenant) {
    return mac("owner", List.of(runId, tenant));
  }

  private byte[] mac(String what, List<? extends @Nullable Object> values) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
      add(bytes, what);
      values.forEach(value -> add(bytes, value));
      return Arrays.copyOf(mac.doFinal(bytes.toByteArray()), BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }

  private static void add(ByteArrayOutputStream bytes, @Nullable Object value) {
    switch (value) {
      case null -> add(bytes, 'n', new byte[0]);
      case String text -> add(bytes, 's', text.getBytes(StandardCharsets.UTF_8));
      case byte[] octets -> add(bytes, 'x', octets);
      case UUID id ->
          add(bytes, 'u', longs(id.getMostSignificantBits(), id.getLeastSignificantBits()));
      case Double number -> add(bytes, 'd', longs(Double.doubleToRawLongBits(number)));
      case Boolean truth -> add(bytes, 'b', new byte[] {(byte) (truth ? 1 : 0)});
      case Instant time -> add(bytes, 't', longs(ChronoUnit.MICROS.between(Instant.EPOCH, time)));
      case LocalDate day -> add(bytes, 'a', longs(day.toEpochDay()));
      case Number number -> add(bytes, 'i', longs(number.longValue()));
      default -> throw new IllegalArgumentException("no seal covers " + value.getClass());
    }
  }

  private static void add(ByteArrayOutputStream bytes, char kind, byte[] value) {
    bytes.write(kind);
    bytes.writeBytes(ByteBuffer.allocate(4).putInt(value.length).array());
    bytes.writeBytes(value);
  }

  private static byte[] longs(long... values) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * values.length);
    Arrays.stream(values).forEach(bytes::putLong);
    return bytes.array();
  }
}

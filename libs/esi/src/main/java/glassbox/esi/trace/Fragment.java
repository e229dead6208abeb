package glassbox.esi.trace;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.apache.commons.codec.digest.Blake3;

/**
 * One piece of evidence.
 *
 * @param kind of evidence, such as {@code tool} or {@code table_row}
 * @param tool or source that gave it
 * @param id issued by the server, unique within the run
 * @param input what was asked
 * @param output what was given
 * @param hash {@code blake3:} and 64 hex digits over the other values but the time
 * @param at when it was given
 */
public record Fragment(
    String kind, String tool, String id, String input, String output, String hash, Instant at) {

  private static final int HASH_BYTES = 32;

  /** A fragment with its hash. */
  public static Fragment of(
      String kind, String tool, String id, String input, String output, Instant at) {
    return new Fragment(kind, tool, id, input, output, hash(kind, tool, id, input, output), at);
  }

  /** Whether the hash is that of the values. */
  public boolean intact() {
    return hash.equals(hash(kind, tool, id, input, output));
  }

  /**
   * Whether two fragments are one piece of evidence: the same source gave the same output for the
   * same input.
   */
  public boolean repeats(Fragment other) {
    return kind.equals(other.kind)
        && tool.equals(other.tool)
        && input.equals(other.input)
        && output.equals(other.output);
  }

  /** Each value as its length in bytes (four, big-endian) and its UTF-8 bytes. */
  private static String hash(String... values) {
    Blake3 hasher = Blake3.initHash();
    for (String value : values) {
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      hasher.update(
          new byte[] {
            (byte) (bytes.length >>> 24),
            (byte) (bytes.length >>> 16),
            (byte) (bytes.length >>> 8),
            (byte) bytes.length
          });
      hasher.update(bytes);
    }
    return "blake3:" + HexFormat.of().formatHex(hasher.doFinalize(HASH_BYTES));
  }
}

package glassbox.ledger.log;

import glassbox.ledger.merkle.Hash;
import glassbox.ledger.merkle.TreeHasher;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One entry of the log: what kind of record, and the record's hash.
 *
 * @param kind the domain tag
 * @param recordHash of a run: {@link glassbox.ledger.run.RunRecordHash} of its envelope; of an
 *     erasure or a retention: the hash of its record
 */
public record LogEntry(Kind kind, Hash recordHash) {
  /** Kinds of records; each has its own tag, so no record passes for another. */
  public enum Kind {
    /** A run's envelope. */
    RUN("glassbox-run-v1\n"),
    /** A record that a run's content was erased. */
    ERASURE("glassbox-erasure-v1\n"),
    /** A record that a month of runs was dropped from the database. */
    RETENTION("glassbox-retention-v1\n");

    private final byte[] tag;

    Kind(String tag) {
      this.tag = tag.getBytes(StandardCharsets.US_ASCII);
    }
  }

  /** The entry of a run. Requires 64 hexadecimal digits, else IllegalArgumentException. */
  public static LogEntry run(String recordHashHex) {
    return new LogEntry(Kind.RUN, Hash.ofHex(recordHashHex));
  }

  /**
   * Reads an entry.
   *
   * @throws MalformedLogEntryException if it is not a known tag and 32 bytes
   */
  public static LogEntry parse(byte[] bytes) {
    for (Kind kind : Kind.values()) {
      int tag = kind.tag.length;
      if (bytes.length == tag + Hash.LENGTH && Arrays.equals(bytes, 0, tag, kind.tag, 0, tag)) {
        return new LogEntry(kind, Hash.of(Arrays.copyOfRange(bytes, tag, bytes.length)));
      }
    }
    throw new MalformedLogEntryException("an entry is a known tag and a 32-byte hash");
  }

  /** Tag and hash. */
  public byte[] bytes() {
    return ByteBuffer.allocate(kind.tag.length + Hash.LENGTH)
        .put(kind.tag)
        .put(recordHash.bytes())
        .array();
  }

  /** The RFC 6962 leaf hash of the entry. */
  public Hash leafHash() {
    return TreeHasher.leaf(bytes());
  }
}

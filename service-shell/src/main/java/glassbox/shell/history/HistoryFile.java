package glassbox.shell.history;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;

/**
 * An append-only file of lines {@code HASH JSON}. A line is on the disk when {@link #append} has
 * returned. {@code HASH} is the hex SHA-256 of the hash before it (64 zeros at first) and the JSON,
 * so that no line can be changed, taken out or put in without all later hashes changing. A last
 * line without its line break was never acknowledged: the next start cuts it off. One process at a
 * time; safe for any thread of it.
 */
public final class HistoryFile implements AutoCloseable {
  private static final String FIRST = "0".repeat(64);
  private static final int HASH = 64;

  private final Path file;
  private final FileChannel channel;
  private HistoryLine last;

  private HistoryFile(Path file, FileChannel channel, HistoryLine last) {
    this.file = file;
    this.channel = channel;
    this.last = last;
  }

  /**
   * Opens a history, or begins one.
   *
   * @param earlier is given every line that is there, oldest first
   * @throws HistoryException when another process has it, it cannot be read, or a line is not as it
   *     was written
   */
  public static HistoryFile open(Path file, Consumer<HistoryLine> earlier) {
    try {
      Path directory = file.toAbsolutePath().resolveSibling("");
      Files.createDirectories(directory);
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      try {
        return open(file, directory, channel, earlier);
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw new HistoryException("the history " + file + " cannot be read", e);
    }
  }

  private static HistoryFile open(
      Path file, Path directory, FileChannel channel, Consumer<HistoryLine> earlier)
      throws IOException {
    lock(file, channel);
    HistoryFile history = new HistoryFile(file, channel, new HistoryLine(0, FIRST, ""));
    long whole = history.read(earlier);
    if (whole < channel.size()) {
      channel.truncate(whole);
      channel.force(true);
    }
    channel.position(whole);
    try (FileChannel entry = FileChannel.open(directory, StandardOpenOption.READ)) {
      entry.force(true);
    }
    return history;
  }

  private static void lock(Path file, FileChannel channel) throws IOException {
    try {
      if (channel.tryLock() != null) {
        return;
      }
    } catch (OverlappingFileLockException e) {
      throw new HistoryException("this process has the history " + file + " already", e);
    }
    throw new HistoryException("another process has the history " + file, null);
  }

  /** Gives all whole lines on; how many bytes they take. */
  private long read(Consumer<HistoryLine> earlier) throws IOException {
    long whole = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (next != '\n') {
          line.write(next);
          continue;
        }
        last = checked(line.toString(StandardCharsets.UTF_8));
        earlier.accept(last);
        whole += line.size() + 1;
        line.reset();
      }
    }
    return whole;
  }

  private HistoryLine checked(String text) {
    if (text.length() > HASH && text.charAt(HASH) == ' ') {
      HistoryLine expected = following(text.substring(HASH + 1));
      if (expected.hash().equals(text.substring(0, HASH))) {
        return expected;
      }
    }
    throw new HistoryException(
        "line %d of the history %s is not as it was written: restore the file, or move it away to"
                .formatted(last.number() + 1, file)
            + " begin anew",
        null);
  }

  private HistoryLine following(String json) {
    return new HistoryLine(last.number() + 1, hash(last.hash() + json), json);
  }

  /**
   * Adds a line; on the disk on return.
   *
   * @param json without line breaks
   * @throws HistoryException when it cannot be written; the history is then as before
   */
  public synchronized HistoryLine append(String json) {
    if (json.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("a line has no line breaks");
    }
    HistoryLine line = following(json);
    ByteBuffer bytes =
        ByteBuffer.wrap((line.hash() + " " + json + "\n").getBytes(StandardCharsets.UTF_8));
    try {
      long before = channel.position();
      try {
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(false);
      } catch (IOException e) {
        channel.truncate(before);
        channel.position(before);
        throw e;
      }
    } catch (IOException e) {
      throw new HistoryException("the history " + file + " cannot be written", e);
    }
    last = line;
    return line;
  }

  /** The last line's hash, which stands for all lines; 64 zeros where there is none. */
  public synchronized String head() {
    return last.hash();
  }

  /** How many lines there are. */
  public synchronized long size() {
    return last.number();
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    channel.close();
  }
}

package glassbox.audit.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.stream.Stream;

/**
 * Every published checkpoint once more, outside the database: one a line, in base64, only ever
 * appended. A line that a crash cut off is removed when the file is opened.
 */
final class CheckpointHistory {
  private final Path file;
  private long lines;

  private CheckpointHistory(Path file, long lines) {
    this.file = file;
    this.lines = lines;
  }

  static CheckpointHistory open(Path file) throws IOException {
    if (!Files.exists(file)) {
      return new CheckpointHistory(file, 0);
    }
    long lines = 0;
    long end = 0;
    long at = 0;
    try (var bytes = new java.io.BufferedInputStream(Files.newInputStream(file))) {
      for (int b = bytes.read(); b >= 0; b = bytes.read()) {
        at++;
        if (b == '\n') {
          lines++;
          end = at;
        }
      }
    }
    if (end < at) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(end).force(true);
      }
    }
    return new CheckpointHistory(file, lines);
  }

  /** Number of checkpoints in it. */
  synchronized long size() {
    return lines;
  }

  /** Appends a signed checkpoint; durable on return. */
  synchronized void append(String note) {
    String line = Base64.getEncoder().encodeToString(note.getBytes(StandardCharsets.UTF_8)) + "\n";
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      long end = channel.size();
      channel.position(end);
      try {
        DurableText.writeAll(channel, line);
      } catch (IOException e) {
        channel.truncate(end);
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    lines++;
  }

  /**
   * The signed checkpoints, oldest first; to be closed.
   *
   * @throws LogInconsistentException while reading, at a line that is not base64
   */
  Stream<String> read() {
    try {
      return Files.exists(file)
          ? Files.lines(file, StandardCharsets.US_ASCII).map(CheckpointHistory::note)
          : Stream.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String note(String line) {
    try {
      return new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new LogInconsistentException("a line of the history of checkpoints is damaged", e);
    }
  }
}

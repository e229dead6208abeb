package glassbox.audit.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * The highest number that was given, in memory at once and within a second in a file, so that the
 * end of the journal cannot be cut off in the database unseen.
 */
public class JournalHead implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JournalHead.class);

  private final Path file;
  private long number;
  private long written;
  private boolean failing;

  JournalHead(Path file) {
    this.file = file;
    number = read(file);
    written = number;
  }

  private static long read(Path file) {
    try {
      String text = Files.exists(file) ? Files.readString(file).strip() : "";
      return text.isEmpty() ? -1 : Long.parseLong(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NumberFormatException e) {
      throw new IllegalStateException(file + " does not hold a number", e);
    }
  }

  /** The highest number that was given, -1 if none was. */
  synchronized long number() {
    return number;
  }

  /** A number that was given, its row being on the disk. */
  synchronized void reached(long given) {
    number = Math.max(number, given);
  }

  /** Writes what is not in the file yet. */
  @Scheduled(fixedDelayString = "PT1S")
  void keep() {
    long now = number();
    if (now == written) {
      return;
    }
    try {
      write(now);
      written = now;
      failing = false;
    } catch (IOException e) {
      if (!failing) {
        LOG.warn("cannot write {}; trying again: {}", file, e.toString());
      }
      failing = true;
    }
  }

  private void write(long now) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    ByteBuffer line = ByteBuffer.wrap("%019d\n".formatted(now).getBytes(StandardCharsets.US_ASCII));
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      while (line.hasRemaining()) {
        channel.write(line);
      }
    }
  }

  @Override
  public void close() {
    keep();
  }
}

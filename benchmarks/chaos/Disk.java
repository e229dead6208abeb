package chaos;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The small file system that the spools are on: it can be filled to the last byte. */
final class Disk {
  private static final int BLOCK = 64 << 10;
  private static final long MOST_BYTES = 256L << 20;

  private final Path filler;

  /**
   * @throws IllegalStateException if the file system is not small: then it is not one of ours
   */
  Disk(Path directory) throws IOException {
    if (Files.getFileStore(directory).getTotalSpace() > MOST_BYTES) {
      throw new IllegalStateException(directory + " is on a disk too large to be filled");
    }
    this.filler = directory.resolve("filler");
  }

  /** Writes until nothing more fits. */
  void fill() throws IOException {
    try (FileChannel file =
        FileChannel.open(filler, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (int size = BLOCK; size > 0; size /= 2) {
        writeAll(file, size);
      }
    }
  }

  private static void writeAll(FileChannel file, int size) {
    try {
      while (file.write(ByteBuffer.allocate(size)) > 0) {
        // until the disk is full
      }
    } catch (IOException full) {
      // then in smaller pieces
    }
  }

  /** Gives the room back. */
  void free() throws IOException {
    Files.deleteIfExists(filler);
  }
}

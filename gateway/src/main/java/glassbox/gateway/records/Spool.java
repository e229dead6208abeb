package glassbox.gateway.records;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.LongSupplier;

/**
 * Records on the local disk, in order. A record is in the spool when {@link #append} has returned:
 * its bytes and its name are synced. A crash before that leaves a draft that the next start
 * removes.
 */
final class Spool {
  private static final String DRAFT = ".draft";
  private static final String REFUSED = "refused";

  /** With less on the disk the spool counts as full: a record and its name must fit. */
  private static final long LEAST_ROOM_BYTES = 1 << 20;

  private final Path directory;
  private final int maxRecords;
  private final long maxBytes;
  private final LongSupplier room;
  private final ConcurrentSkipListMap<Long, SpoolEntry> entries = new ConcurrentSkipListMap<>();

  /** Opens the spool, with what an earlier process left in it. */
  Spool(Path directory, int maxRecords, long maxBytes) throws IOException {
    this(directory, maxRecords, maxBytes, directory.toFile()::getUsableSpace);
  }

  /** {@code room} tells the bytes that the disk has left. */
  Spool(Path directory, int maxRecords, long maxBytes, LongSupplier room) throws IOException {
    this.directory = directory;
    this.maxRecords = maxRecords;
    this.maxBytes = maxBytes;
    this.room = room;
    Files.createDirectories(
        directory,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    recover();
  }

  private void recover() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (name.endsWith(DRAFT)) {
          Files.delete(file);
        } else if (Files.isRegularFile(file)) {
          SpoolEntry.of(name, Files.size(file))
              .ifPresent(entry -> entries.put(entry.order(), entry));
        }
      }
    }
  }

  /** Adds a record behind all others. Throws {@link SpoolFull} at the bound. */
  synchronized void append(UUID runId, String tenant, byte[] record) throws IOException {
    if (entries.size() >= maxRecords || bytes() + record.length > maxBytes) {
      throw new SpoolFull();
    }
    long order = entries.isEmpty() ? 1 : entries.lastKey() + 1;
    SpoolEntry entry = new SpoolEntry(order, runId, tenant, record.length);
    Path draft = directory.resolve(entry.fileName() + DRAFT);
    try {
      writeSynced(draft, record);
      Files.move(draft, file(entry), StandardCopyOption.ATOMIC_MOVE);
      syncDirectory(directory);
    } catch (IOException e) {
      Files.deleteIfExists(draft);
      Files.deleteIfExists(file(entry));
      throw e;
    }
    entries.put(order, entry);
  }

  private static void writeSynced(Path file, byte[] record) throws IOException {
    FileAttribute<?> ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (FileChannel channel =
        FileChannel.open(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
      ByteBuffer buffer = ByteBuffer.wrap(record);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  private static void syncDirectory(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Returns what is in the spool, oldest first. */
  List<SpoolEntry> pending() {
    return List.copyOf(entries.values());
  }

  Optional<SpoolEntry> find(UUID runId) {
    return entries.values().stream().filter(entry -> entry.runId().equals(runId)).findFirst();
  }

  byte[] read(SpoolEntry entry) throws IOException {
    return Files.readAllBytes(file(entry));
  }

  /** Removes a record that audit has. */
  void remove(SpoolEntry entry) throws IOException {
    Files.deleteIfExists(file(entry));
    entries.remove(entry.order());
  }

  /** Puts a record aside that audit will never take; people must look at it. */
  void setAside(SpoolEntry entry) throws IOException {
    Path refused = Files.createDirectories(directory.resolve(REFUSED));
    Files.move(file(entry), refused.resolve(entry.fileName()), StandardCopyOption.ATOMIC_MOVE);
    syncDirectory(refused);
    entries.remove(entry.order());
  }

  /** Counts the records that were put aside. */
  int refused() throws IOException {
    Path refused = directory.resolve(REFUSED);
    if (!Files.isDirectory(refused)) {
      return 0;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(refused)) {
      int count = 0;
      for (Path _ : files) {
        count++;
      }
      return count;
    }
  }

  int size() {
    return entries.size();
  }

  long bytes() {
    return entries.values().stream().mapToLong(SpoolEntry::bytes).sum();
  }

  boolean isFull() {
    return entries.size() >= maxRecords
        || bytes() >= maxBytes
        || room.getAsLong() < LEAST_ROOM_BYTES;
  }

  private Path file(SpoolEntry entry) {
    return directory.resolve(entry.fileName());
  }
}

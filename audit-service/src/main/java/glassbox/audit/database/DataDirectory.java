package glassbox.audit.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of our own server: held by one process at a time. */
final class DataDirectory implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DataDirectory.class);
  private static final int STOP_SECONDS = 15;

  private final Path path;
  private final FileChannel lockFile;

  private DataDirectory(Path path, FileChannel lockFile) {
    this.path = path;
    this.lockFile = lockFile;
  }

  /**
   * Takes the folder.
   *
   * @throws IllegalStateException if another process holds it
   */
  static DataDirectory take(Path directory) throws IOException {
    Path absolute = directory.toAbsolutePath().normalize();
    Files.createDirectories(absolute);
    Path path = absolute.toRealPath();
    FileChannel file =
        FileChannel.open(
            beside(path, ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(file) == null) {
      file.close();
      throw new IllegalStateException(
          "another audit-service uses "
              + path
              + ": stop it or set glassbox.audit.database.directory");
    }
    return new DataDirectory(path, file);
  }

  private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException heldInThisProcess) {
      return null;
    }
  }

  Path path() {
    return path;
  }

  /** Where the server's programs are unpacked: not in a folder that others may write. */
  Path programs() throws IOException {
    return Files.createDirectories(path.resolveSibling("postgres-programs"));
  }

  /** What the server says. */
  Path log() {
    return beside(path, ".log");
  }

  /** The owner's password: random, made once, readable by the owner of the file only. */
  String password() throws IOException {
    return secret(".password");
  }

  /** The writer's password, likewise. */
  String writerPassword() throws IOException {
    return secret(".writer-password");
  }

  /** The password of the role that reads the world's tables; made when it is first asked for. */
  String readerPassword() throws IOException {
    return secret(".reader-password");
  }

  private String secret(String suffix) throws IOException {
    Path file = beside(path, suffix);
    if (!Files.exists(file)) {
      byte[] secret = new byte[24];
      new SecureRandom().nextBytes(secret);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, HexFormat.of().formatHex(secret));
    }
    return Files.readString(file).strip();
  }

  /** Stops a server that a killed process left behind on this folder. */
  void stopOrphan() throws IOException {
    // A start that failed keeps the launcher's own lock until a garbage collection; ours is enough.
    Files.deleteIfExists(path.resolve("epg-lock"));
    Optional<ProcessHandle> orphan = postmaster();
    if (orphan.isEmpty()) {
      return;
    }
    LOG.warn("stopping the Postgres (pid {}) that a killed process left", orphan.get().pid());
    signal("INT", orphan.get());
    if (!hasEnded(orphan.get())) {
      signal("QUIT", orphan.get());
      if (!hasEnded(orphan.get())) {
        throw new IllegalStateException("an old Postgres does not stop: pid " + orphan.get().pid());
      }
    }
  }

  /** The running server that postmaster.pid names, if it is one and runs on this folder. */
  Optional<ProcessHandle> postmaster() throws IOException {
    List<String> lines = pidFile();
    if (lines.size() < 2 || !lines.get(0).matches("[0-9]{1,18}") || !isOurs(lines.get(1))) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.get(0))).filter(DataDirectory::isPostgres);
  }

  /** Lines of postmaster.pid; none where it is not there, and servers come and go while we look. */
  private List<String> pidFile() throws IOException {
    try {
      return Files.readAllLines(path.resolve("postmaster.pid"));
    } catch (NoSuchFileException gone) {
      return List.of();
    }
  }

  private boolean isOurs(String recordedDirectory) {
    return Path.of(recordedDirectory).normalize().equals(path);
  }

  /** Pids are used again: another program may have the number by now. */
  private static boolean isPostgres(ProcessHandle process) {
    return process
        .info()
        .command()
        .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
        .orElse(false);
  }

  private static void signal(String name, ProcessHandle process) throws IOException {
    Process kill =
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).inheritIO().start();
    try {
      kill.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean hasEnded(ProcessHandle process) {
    try {
      process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return !process.isAlive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }

  private static Path beside(Path path, String suffix) {
    return path.resolveSibling(path.getFileName() + suffix);
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}

package glassbox.gateway.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The keys in force: the keys file as last read. A changed file is read at the next look-up; if it
 * cannot be understood, the keys before it stay in force and the log says why.
 */
final class ApiKeys {
  private static final Logger LOG = LoggerFactory.getLogger(ApiKeys.class);

  private record Version(FileTime modified, long size, @Nullable Object fileKey) {}

  private record Loaded(Version version, KeyRing ring) {}

  private final Path file;
  private final JsonMapper json;
  private volatile Loaded loaded;

  /** Reads the file; one that cannot be understood stops the start with its reason. */
  ApiKeys(Path file, JsonMapper json) {
    this.file = file;
    this.json = json;
    try {
      Version version = version();
      this.loaded = new Loaded(version, read());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the keys file " + file, e);
    }
  }

  Optional<Caller> find(String presented) {
    return current().ring.find(presented);
  }

  private Loaded current() {
    Loaded seen = loaded;
    try {
      return version().equals(seen.version) ? seen : reload();
    } catch (IOException e) {
      LOG.warn("The keys file cannot be read; the keys in force stay.", e);
      return seen;
    }
  }

  private synchronized Loaded reload() throws IOException {
    Version version = version();
    if (!version.equals(loaded.version)) {
      loaded = new Loaded(version, readOrKeep());
    }
    return loaded;
  }

  private KeyRing readOrKeep() throws IOException {
    try {
      KeyRing ring = read();
      LOG.info("The keys file has changed and was read again.");
      return ring;
    } catch (JacksonException | IllegalArgumentException e) {
      LOG.error("The changed keys file cannot be understood; the keys before it stay.", e);
      return loaded.ring;
    }
  }

  private KeyRing read() throws IOException {
    return KeyRing.of(json.readValue(Files.readAllBytes(file), KeysDocument.class));
  }

  private Version version() throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return new Version(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
  }
}

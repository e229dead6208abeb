package glassbox.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** Gives the service empty folders for its database and its log, below target. */
public final class FreshDirectory
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    empty("log");
    Path directory = empty("service");
    TestPropertyValues.of(
            "glassbox.audit.database.directory=" + directory,
            "glassbox.audit.master-key-file=" + directory.resolveSibling("service.master-key"))
        .applyTo(context);
  }

  /** The folder of this name. */
  public static Path at(String name) {
    return Path.of("target", "postgres", name).toAbsolutePath();
  }

  /** An empty folder of this name, beside the ones of other tests. */
  public static Path empty(String name) {
    try {
      Path directory = at(name);
      FileSystemUtils.deleteRecursively(directory);
      for (String beside : List.of(".password", ".writer-password", ".master-key")) {
        Files.deleteIfExists(directory.resolveSibling(name + beside));
      }
      return Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

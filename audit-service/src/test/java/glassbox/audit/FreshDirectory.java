package glassbox.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    TestPropertyValues.of("glassbox.audit.database.directory=" + empty("service")).applyTo(context);
  }

  /** An empty folder of this name, beside the ones of other tests. */
  public static Path empty(String name) {
    try {
      Path directory = Path.of("target", "postgres", name).toAbsolutePath();
      FileSystemUtils.deleteRecursively(directory);
      Files.deleteIfExists(directory.resolveSibling(name + ".password"));
      return Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

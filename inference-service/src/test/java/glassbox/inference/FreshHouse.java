package glassbox.inference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** Gives the service models, an empty spool and an audit service to send to. */
public final class FreshHouse
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  static final PlayedAudit AUDIT = new PlayedAudit();

  /** The spool of the service under test. */
  public static final Path SPOOL = Path.of("target", "house", "spool").toAbsolutePath();

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestPropertyValues.of(
            "glassbox.models.directory=" + TinyHouse.write(empty("models")),
            "glassbox.spool.directory=" + empty("spool"),
            "glassbox.inference.monitor.file=" + empty("monitor").resolve("channels.json"),
            "glassbox.audit.url=" + AUDIT.url())
        .applyTo(context);
  }

  private static Path empty(String name) {
    try {
      Path directory = SPOOL.resolveSibling(name);
      FileSystemUtils.deleteRecursively(directory);
      return Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

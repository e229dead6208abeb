package glassbox.engine.federation;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A test of one tiny federation on the readable decoder. */
abstract class TinyFederationTest {
  @TempDir static Path folder;
  static TinyFederation tiny;
  static Federation federation;

  @BeforeAll
  static void load() throws IOException {
    tiny = TinyFederation.reference(folder);
    federation = tiny.federation();
  }

  @AfterAll
  static void close() {
    tiny.close();
  }
}

package glassbox.engine.federation;

import static glassbox.engine.federation.Certifying.BASE;
import static glassbox.engine.federation.Certifying.OTHER;

import glassbox.engine.decoder.DecoderOptions;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A test of a tiny federation with bottlenecks, on the fast and on the readable decoder. */
abstract class LegibleFederationTest {
  @TempDir static Path folder;
  static TinyFederation fast;
  static TinyFederation slow;

  @BeforeAll
  static void load() throws IOException {
    fast = TinyFederation.legible(folder.resolve("a"), BASE, OTHER, DecoderOptions.defaults());
    slow = TinyFederation.legibleReference(folder.resolve("b"), BASE, OTHER);
  }

  @AfterAll
  static void close() {
    fast.close();
    slow.close();
  }
}

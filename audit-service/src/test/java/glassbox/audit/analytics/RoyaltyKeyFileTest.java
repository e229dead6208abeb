package glassbox.audit.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.ledger.royalty.RoyaltyKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class RoyaltyKeyFileTest {

  @Test
  void makesItsKeyOnceForItsOwnerOnly() throws Exception {
    Path file = Files.createTempDirectory(Path.of("target"), "key").resolve("sub/signing.key");
    RoyaltyKey made = RoyaltyKeyFile.open(file, new SecureRandom());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(RoyaltyKeyFile.open(file, new SecureRandom()).verifier().id())
        .isEqualTo(made.verifier().id());
    try (var files = Files.list(file.resolveSibling(""))) {
      assertThat(files).containsExactly(file);
    }
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> RoyaltyKeyFile.open(file, new SecureRandom()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("chmod 600");
  }
}

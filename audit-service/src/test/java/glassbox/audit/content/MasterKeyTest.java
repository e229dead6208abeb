package glassbox.audit.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {
  private static final UUID RUN = new UUID(1, 2);
  private static final UUID OTHER_RUN = new UUID(1, 3);
  private static final byte[] TEXT = "a text".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;
  private final SecureRandom random = new SecureRandom();
  private final MasterKey master = master(1);

  private MasterKey master(int fill) {
    byte[] secret = new byte[32];
    Arrays.fill(secret, (byte) fill);
    return new MasterKey(secret, random);
  }

  @Test
  void opensWhatItSealedThroughTheWrappedKey() {
    DataKey key = master.newKey(RUN);
    byte[] sealed = key.seal("text", TEXT);
    assertThat(master.unwrap(RUN, key.wrapped()).open("text", sealed)).isEqualTo(TEXT);
    assertThat(master.newKey(RUN).wrapped()).isNotEqualTo(key.wrapped()).hasSize(60);
    assertThat(key.seal("text", TEXT)).as("a fresh nonce").isNotEqualTo(sealed);
  }

  @Test
  void noticesEveryFlippedBitOfKeyAndContent() {
    DataKey key = master.newKey(RUN);
    byte[] sealed = key.seal("text", TEXT);
    for (int bit = 0; bit < sealed.length * 8; bit++) {
      byte[] damaged = flipped(sealed, bit);
      assertThatThrownBy(() -> key.open("text", damaged))
          .isInstanceOf(ContentDamagedException.class);
    }
    byte[] wrapped = key.wrapped();
    for (int bit = 0; bit < wrapped.length * 8; bit++) {
      byte[] damaged = flipped(wrapped, bit);
      assertThatThrownBy(() -> master.unwrap(RUN, damaged))
          .isInstanceOf(ContentDamagedException.class);
    }
    for (int length = 0; length < sealed.length; length++) {
      byte[] cut = Arrays.copyOf(sealed, length);
      assertThatThrownBy(() -> key.open("text", cut)).isInstanceOf(ContentDamagedException.class);
    }
  }

  private static byte[] flipped(byte[] bytes, int bit) {
    byte[] copy = bytes.clone();
    copy[bit / 8] ^= (byte) (1 << (bit % 8));
    return copy;
  }

  @Test
  void opensAPartAsNoOtherPartAndForNoOtherRunOrMaster() {
    DataKey key = master.newKey(RUN);
    byte[] sealed = key.seal("text", TEXT);
    assertThatThrownBy(() -> key.open("block:00", sealed))
        .isInstanceOf(ContentDamagedException.class)
        .hasMessageNotContaining("a text");
    assertThatThrownBy(() -> master.unwrap(OTHER_RUN, key.wrapped()))
        .isInstanceOf(ContentDamagedException.class);
    assertThatThrownBy(() -> master(2).unwrap(RUN, key.wrapped()))
        .isInstanceOf(ContentDamagedException.class);
    assertThat(master(2).fingerprint()).isNotEqualTo(master.fingerprint()).hasSize(16);
  }

  @Test
  void makesAFileForItsOwnerAloneAndNeverReplacesIt() throws Exception {
    Path path = folder.resolve("new/audit-master.key");
    MasterKeyFile file = new MasterKeyFile(path);
    file.makeIfAbsent(random);
    byte[] secret = file.read();
    file.makeIfAbsent(random);
    assertThat(file.read()).isEqualTo(secret).hasSize(32);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
    assertThat(path.getParent()).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void refusesAFileThatHoldsNoKey() throws Exception {
    for (String text : new String[] {"", "abc", "zz".repeat(32), "ab".repeat(33)}) {
      Path path = Files.writeString(folder.resolve("key"), text);
      assertThatThrownBy(() -> new MasterKeyFile(path).read())
          .isInstanceOf(MasterKeyException.class)
          .hasMessageContaining("64");
    }
    assertThatThrownBy(() -> new MasterKeyFile(folder.resolve("absent")).read())
        .isInstanceOf(MasterKeyException.class);
  }
}

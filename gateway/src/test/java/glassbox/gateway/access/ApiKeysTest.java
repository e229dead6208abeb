package glassbox.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.shell.json.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ApiKeysTest {
  private static final JsonMapper JSON = StrictJson.mapper();

  @TempDir Path home;
  private Path file;
  private Path localKey;

  @BeforeEach
  void paths() {
    file = home.resolve("data/keys.json");
    localKey = home.resolve("data/api-key");
  }

  private ApiKeys firstStart() throws IOException {
    new LocalKey(new SecureRandom(), JSON).makeIfAbsent(new KeysProperties(file, localKey));
    return new ApiKeys(file, JSON);
  }

  @Test
  void firstStartMakesALocalKeyThatMayDoEverything() throws IOException {
    Caller caller = firstStart().find(Files.readString(localKey)).orElseThrow();

    assertThat(caller.tenant()).isEqualTo("local");
    assertThat(caller.keepsContent()).isTrue();
    assertThat(caller.scopes()).containsExactlyInAnyOrder(Scope.values());
  }

  @Test
  void onlyTheOwnerMayReadTheFilesAndTheKeysFileHoldsNoKey() throws IOException {
    firstStart();

    for (Path secret : new Path[] {file, localKey}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
          .isEqualTo("rw-------");
    }
    assertThat(Files.readString(file)).doesNotContain(Files.readString(localKey));
    assertThat(Files.readString(localKey)).matches("gbx_[A-Za-z0-9_-]{43}");
  }

  @Test
  void laterStartsKeepTheKey() throws IOException {
    firstStart();
    String key = Files.readString(localKey);

    assertThat(firstStart().find(key)).isPresent();
    assertThat(Files.readString(localKey)).isEqualTo(key);
  }

  @Test
  void knowsNoOtherKey() throws IOException {
    ApiKeys keys = firstStart();
    String key = Files.readString(localKey);

    assertThat(keys.find(key + "x")).isEmpty();
    assertThat(keys.find("")).isEmpty();
    assertThat(keys.find(KeyHash.of(key).hex())).isEmpty();
  }

  @Test
  void readsAChangedFileWithoutARestart() throws IOException {
    ApiKeys keys = firstStart();
    String key = Files.readString(localKey);

    Files.writeString(
        file,
        """
        {"version":1,"tenants":{},"keys":[
          {"id":"a","sha256":"%s","tenant":"a","scopes":["runs:read"]}]}
        """
            .formatted(KeyHash.of("new").hex()));

    assertThat(keys.find(key)).isEmpty();
    Caller caller = keys.find("new").orElseThrow();
    assertThat(caller.scopes()).containsExactly(Scope.READ_RUNS);
    assertThat(caller.keepsContent()).as("without an opt-in").isFalse();
    assertThat(caller.allowance()).isEqualTo(Allowance.DEFAULT);
  }

  @Test
  void keepsTheKeysInForceWhenTheChangedFileCannotBeUnderstood() throws IOException {
    ApiKeys keys = firstStart();
    String key = Files.readString(localKey);

    Files.writeString(file, "{\"version\":1,");
    assertThat(keys.find(key)).isPresent();
    Files.writeString(file, "{\"version\":2,\"keys\":[]}");
    assertThat(keys.find(key)).isPresent();
    Files.delete(file);
    assertThat(keys.find(key)).isPresent();
  }

  @Test
  void doesNotStartOnAFileThatItDoesNotUnderstand() throws IOException {
    Files.createDirectories(home.resolve("data"));
    Files.writeString(
        file,
        """
        {"version":1,"keys":[{"id":"a","sha256":"%s","tenant":"a","scopes":["root"]}]}
        """
            .formatted(KeyHash.of("k").hex()));

    assertThatThrownBy(() -> new ApiKeys(file, JSON)).hasMessageContaining("root");
  }

  @Test
  void pinsTheDefaultPlaces() {
    org.springframework.boot.context.properties.bind.Binder binder =
        new org.springframework.boot.context.properties.bind.Binder();

    KeysProperties defaults = binder.bindOrCreate("glassbox.gateway.keys", KeysProperties.class);

    assertThat(defaults)
        .isEqualTo(
            new KeysProperties(Path.of(".glassbox/keys.json"), Path.of(".glassbox/api-key")));
  }
}

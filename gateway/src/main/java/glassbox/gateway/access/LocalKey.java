package glassbox.gateway.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Makes the key of the machine's owner on first start: tenant {@code local}, every scope. */
final class LocalKey {
  private static final int KEY_BYTES = 32;
  private static final Allowance ALLOWANCE = new Allowance(2_000_000, 16);

  private final SecureRandom random;
  private final JsonMapper json;

  LocalKey(SecureRandom random, JsonMapper json) {
    this.random = random;
    this.json = json;
  }

  /** Writes the key, then the keys file: if it dies in between, the next start does both anew. */
  void makeIfAbsent(KeysProperties files) throws IOException {
    if (Files.exists(files.file())) {
      return;
    }
    String key = newKey();
    PrivateFiles.write(files.localKey(), key.getBytes(StandardCharsets.UTF_8));
    PrivateFiles.write(files.file(), json.writeValueAsBytes(documentWith(key)));
  }

  private String newKey() {
    byte[] bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    return "gbx_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static KeysDocument documentWith(String key) {
    List<String> scopes = Arrays.stream(Scope.values()).map(Scope::label).toList();
    return new KeysDocument(
        1,
        Map.of("local", new KeysDocument.TenantEntry(true, ALLOWANCE)),
        List.of(new KeysDocument.KeyEntry("local", KeyHash.of(key).hex(), "local", scopes)));
  }
}

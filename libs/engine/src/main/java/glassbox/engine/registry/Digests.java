package glassbox.engine.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** SHA-256 of bytes, files and models, in lower-case hex. */
final class Digests {
  private Digests() {}

  static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  static String sha256(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * A model's identity: SHA-256 over "name sha256\n" for each file in the order of the names, and
   * for an adapter, before them, "@base digest\n" of the model it sits on. No file name begins with
   * an at sign.
   */
  static String ofModel(SortedMap<String, String> files, Optional<String> baseDigest) {
    StringBuilder lines = new StringBuilder();
    baseDigest.ifPresent(digest -> lines.append("@base ").append(digest).append('\n'));
    for (Map.Entry<String, String> file : files.entrySet()) {
      lines.append(file.getKey()).append(' ').append(file.getValue()).append('\n');
    }
    return sha256(lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("no SHA-256 on this platform", e);
    }
  }
}

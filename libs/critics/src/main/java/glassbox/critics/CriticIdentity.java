package glassbox.critics;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Names a critic in records.
 *
 * @param name such as {@code units}
 * @param version changes whenever the same draft may get another verdict
 * @param configHash hex SHA-256 of the canonical configuration
 * @param description what it checks, one line
 */
public record CriticIdentity(String name, String version, String configHash, String description) {

  /**
   * Hashes a configuration: lines {@code key=value} in key order, first {@code critic=name} and
   * {@code version=version}, UTF-8, each ended by a line feed.
   */
  public static CriticIdentity of(
      String name, String version, String description, Map<String, ?> configuration) {
    String canonical =
        new TreeMap<>(configuration)
            .entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(
                    Collectors.joining("", "critic=" + name + "\nversion=" + version + "\n", ""));
    return new CriticIdentity(name, version, sha256(canonical), description);
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

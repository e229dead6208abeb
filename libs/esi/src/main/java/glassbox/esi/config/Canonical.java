package glassbox.esi.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** One spelling for documents that mean the same: sorted keys, no comments, plain numbers. */
final class Canonical {

  private Canonical() {}

  static String hash(JsonNode document) {
    try {
      byte[] bytes = text(document).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String text(JsonNode node) {
    if (node.isObject()) {
      return new TreeSet<>(node.propertyNames())
          .stream()
              .map(key -> quoted(key) + ":" + text(node.get(key)))
              .collect(Collectors.joining(",", "{", "}"));
    }
    if (node.isArray()) {
      return StreamSupport.stream(node.spliterator(), false)
          .map(Canonical::text)
          .collect(Collectors.joining(",", "[", "]"));
    }
    return node.isNumber()
        ? node.decimalValue().stripTrailingZeros().toPlainString()
        : node.isString() ? quoted(node.stringValue()) : node.toString();
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}

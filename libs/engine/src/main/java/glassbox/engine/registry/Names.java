package glassbox.engine.registry;

import java.util.regex.Pattern;

/** Which ids and paths a manifest may use: nothing that could leave the directory. */
final class Names {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
  private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}");
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  private Names() {}

  static String id(String field, String value) {
    if (!ID.matcher(value).matches()) {
      throw new RegistryException(
          "manifest.json: " + field + " = '" + value + "': not lower-case letters, digits, . _ -");
    }
    return value;
  }

  /** A relative path of plain segments joined by slashes; no segment begins with a dot. */
  static String path(String field, String value) {
    for (String segment : value.split("/", -1)) {
      if (!SEGMENT.matcher(segment).matches()) {
        throw new RegistryException(
            "manifest.json: " + field + " = '" + value + "': not a plain relative path");
      }
    }
    return value;
  }

  static String digest(String field, String value) {
    if (!DIGEST.matcher(value).matches()) {
      throw new RegistryException(
          "manifest.json: " + field + " = '" + value + "': not a SHA-256 in lower-case hex");
    }
    return value;
  }
}

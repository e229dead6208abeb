package glassbox.shell.problem;

/** Names as the wire has them. */
final class SnakeCase {

  private SnakeCase() {}

  /** {@code decoding.topP} becomes {@code decoding.top_p}; an index keeps its form. */
  static String path(String javaPath) {
    return javaPath.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(java.util.Locale.ROOT);
  }
}

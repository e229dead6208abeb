package glassbox.esi.tool;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets through one {@code select} over plain tables: words, numbers, quoted text and simple signs;
 * a short list of functions; no comments, no second statement, no catalogue. What it does not know
 * it refuses. The role and the transaction are read-only besides.
 */
final class SqlGuard {

  private static final int LONGEST = 1000;
  private static final Pattern PIECE =
      Pattern.compile(
          "\\s+|'(?:[^']|'')*'|\\d+(?:\\.\\d+)?|[A-Za-z_][A-Za-z0-9_]*|<>|<=|>=|!=|[=<>,.()*+/%-]");
  private static final Set<String> FUNCTIONS =
      Set.of(
          "count",
          "sum",
          "min",
          "max",
          "avg",
          "abs",
          "round",
          "floor",
          "ceil",
          "lower",
          "upper",
          "length",
          "coalesce",
          "nullif",
          "greatest",
          "least",
          "in",
          "and",
          "or",
          "not",
          "select",
          "exists",
          "as",
          "on",
          "where",
          "values",
          "by",
          "from",
          "join",
          "having",
          "distinct",
          "when",
          "then",
          "else",
          "any",
          "all",
          "case",
          "between",
          "like",
          "union",
          "limit");
  private static final Set<String> REFUSED =
      Set.of(
          "into",
          "for",
          "lock",
          "insert",
          "update",
          "delete",
          "merge",
          "copy",
          "set",
          "reset",
          "call",
          "do",
          "execute",
          "grant",
          "create",
          "drop",
          "alter",
          "truncate",
          "vacuum",
          "analyze",
          "explain",
          "listen",
          "notify",
          "recursive",
          "lateral",
          "information_schema");

  private SqlGuard() {}

  /**
   * The statement without its semicolon.
   *
   * @throws ToolException when it is not let through
   */
  static String check(String input) {
    String statement = input.strip().replaceFirst("\\s*;\\s*$", "");
    if (statement.length() > LONGEST) {
      throw new ToolException("a query has at most " + LONGEST + " characters");
    }
    if (!statement.toLowerCase(Locale.ROOT).startsWith("select")) {
      throw new ToolException("only SELECT is run");
    }
    Matcher pieces = PIECE.matcher(statement);
    int end = 0;
    String last = "";
    boolean touching = false;
    while (pieces.find() && pieces.start() == end) {
      end = pieces.end();
      String piece = pieces.group().toLowerCase(Locale.ROOT);
      if (!piece.isBlank()) {
        allow(last, piece, touching);
        last = piece;
      }
      touching = !piece.isBlank();
    }
    if (end != statement.length() || statement.contains("--") || statement.contains("/*")) {
      throw new ToolException("cannot read the query");
    }
    return statement;
  }

  /** Text with a letter before its quote has other rules for where it ends: it is refused. */
  private static void allow(String last, String piece, boolean touching) {
    if (word(piece) && (REFUSED.contains(piece) || piece.startsWith("pg_"))) {
      throw new ToolException("not allowed in a query: " + piece);
    }
    if (piece.equals("(") && word(last) && !FUNCTIONS.contains(last)) {
      throw new ToolException("no function is called " + last);
    }
    if (piece.startsWith("'") && touching && word(last)) {
      throw new ToolException("cannot read the query");
    }
  }

  private static boolean word(String piece) {
    return !piece.isEmpty() && (Character.isLetter(piece.charAt(0)) || piece.charAt(0) == '_');
  }
}

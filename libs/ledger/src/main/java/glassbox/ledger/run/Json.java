package glassbox.ledger.run;

import java.util.List;
import java.util.SortedMap;

/** A parsed JSON value. Members are sorted by UTF-16 code units, as RFC 8785 orders them. */
sealed interface Json {
  record Members(SortedMap<String, Json> values) implements Json {}

  record Elements(List<Json> values) implements Json {}

  record Text(String value) implements Json {}

  /** A number with its literal, which tells integers from other numbers. */
  record Numeral(String literal) implements Json {
    boolean isInteger() {
      return literal.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
    }
  }

  /** true, false and null. */
  enum Word implements Json {
    TRUE("true"),
    FALSE("false"),
    NULL("null");

    final String spelling;

    Word(String spelling) {
      this.spelling = spelling;
    }
  }
}

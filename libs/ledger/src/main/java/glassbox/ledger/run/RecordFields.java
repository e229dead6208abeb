package glassbox.ledger.run;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The members of a record that the log names by a hash; each is there, and no other. */
final class RecordFields {
  private static final Pattern INTEGER = Pattern.compile("0|[1-9][0-9]{0,17}");

  private final Json.Members members;

  private RecordFields(Json.Members members) {
    this.members = members;
  }

  /**
   * Reads a record.
   *
   * @throws MalformedJsonException if it is not an object of exactly these members, or its version
   *     is not 1
   */
  static RecordFields read(String json, Set<String> names) {
    if (!(JsonReader.read(json) instanceof Json.Members members)
        || !members.values().keySet().equals(names)) {
      throw new MalformedJsonException("a record of other members than " + names);
    }
    RecordFields fields = new RecordFields(members);
    if (fields.integer("version") != 1) {
      throw new MalformedJsonException("a record of another version");
    }
    return fields;
  }

  private Json member(String name) {
    Json value = members.values().get(name);
    if (value == null) {
      throw new MalformedJsonException(name + " is absent");
    }
    return value;
  }

  String text(String name) {
    if (member(name) instanceof Json.Text text) {
      return text.value();
    }
    throw new MalformedJsonException(name + " is not a text");
  }

  long integer(String name) {
    return integer(member(name));
  }

  static long integer(Json value) {
    if (value instanceof Json.Numeral number && INTEGER.matcher(number.literal()).matches()) {
      return Long.parseLong(number.literal());
    }
    throw new MalformedJsonException("not a whole number");
  }

  Instant instant(String name) {
    try {
      return Instant.parse(text(name));
    } catch (DateTimeException e) {
      throw new MalformedJsonException(name + " is not a time");
    }
  }

  List<Json> elements(String name) {
    if (member(name) instanceof Json.Elements elements) {
      return elements.values();
    }
    throw new MalformedJsonException(name + " is not a list");
  }
}

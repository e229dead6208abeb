package glassbox.critics.tool.argument;

import glassbox.critics.quantity.Figures;
import glassbox.critics.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Literals of a query against its sources. Names of tables and columns are the schema's. */
final class Query {
  private static final Pattern STRING = Pattern.compile("'((?:[^']|'')*)'");
  private static final Pattern IDENTIFIER = Pattern.compile("\"[^\"]*\"");
  private static final Pattern YEAR = Pattern.compile("(?:19|20|21)\\d\\d");
  private static final Pattern SOME_YEAR = Pattern.compile("(?<!\\d)(?:19|20|21)\\d\\d(?!\\d)");
  private static final Set<String> FREE = Set.of("", "0", "1", "true", "false", "yes", "no");

  private Query() {}

  static Optional<String> problem(String query, Sources sources) {
    List<String> strings = new ArrayList<>();
    Matcher string = STRING.matcher(query);
    while (string.find()) {
      strings.add(string.group(1).replace("''", "'"));
    }
    for (String literal : strings) {
      String words = literal.replaceAll("[%_]", " ").strip();
      boolean free = FREE.contains(words) || Words.of(words).isEmpty();
      if (!free && !sources.name(words) && !Categories.imply(sources.prompt(), words)) {
        return Optional.of("'" + literal + "' stands nowhere before");
      }
    }
    String rest = IDENTIFIER.matcher(STRING.matcher(query).replaceAll(" ")).replaceAll(" ");
    return numbers(rest, sources);
  }

  private static Optional<String> numbers(String query, Sources sources) {
    Customs customs = Customs.of(sources);
    boolean yearGiven = SOME_YEAR.matcher(sources.text()).find();
    for (String number : Figures.written(query)) {
      boolean year = !yearGiven && YEAR.matcher(number).matches();
      if (!year && !sources.figures().holdWritten(number) && !customs.hold(number)) {
        return Grounding.nowhere(number);
      }
    }
    return Optional.empty();
  }
}

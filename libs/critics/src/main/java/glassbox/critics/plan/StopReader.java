package glassbox.critics.plan;

import glassbox.critics.Draft;
import glassbox.critics.field.Field;
import glassbox.critics.field.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the places of a map in the answer's own field, in order, the longest name first.
 *
 * <p>A place named twice in a row is one stop. Clock times ({@code 9:30}) belong to the name after
 * them if one stands directly before the first name, else to the name before them.
 */
final class StopReader {
  private static final int NEAR = 6;
  private static final Pattern BEFORE = Pattern.compile("(\\d{1,2}):(\\d{2})\\W{0,4}$");
  private static final Pattern AFTER = Pattern.compile("^\\W{0,4}(?:at )?(\\d{1,2}):(\\d{2})");
  private static final int MINUTES = 60;
  private final List<String> names;

  StopReader(List<String> places) {
    this.names =
        places.stream()
            .filter(name -> !name.isBlank())
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  List<Stop> read(Draft draft) {
    List<Stop> stops = new ArrayList<>();
    for (Passage passage : draft.written(Field.ANSWER)) {
      read(passage, stops);
    }
    return stops;
  }

  /** The stops of the answer, else those of the last route that was found for it. */
  List<Stop> plan(Draft draft) {
    List<Stop> named = read(draft);
    if (!named.isEmpty()) {
      return named;
    }
    return Route.last(draft.fragments())
        .map(route -> route.places().stream().filter(names::contains).map(Stop::unplaced).toList())
        .orElse(List.of());
  }

  private void read(Passage passage, List<Stop> stops) {
    String text = passage.text();
    String lower = text.toLowerCase(Locale.ROOT);
    Optional<Boolean> leading = Optional.empty();
    int at = 0;
    while (at < text.length()) {
      int from = at;
      boolean opens = from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1));
      String name = opens ? nameAt(lower, from) : "";
      if (name.isEmpty()) {
        at++;
        continue;
      }
      at = from + name.length();
      leading = leading.or(() -> Optional.of(before(text, from).isPresent()));
      OptionalDouble hour = leading.get() ? before(text, from) : after(text, at);
      Stop stop = new Stop(name, hour, passage.start() + from, passage.start() + at);
      if (stops.isEmpty() || !stops.getLast().place().equals(name)) {
        stops.add(stop);
      }
    }
  }

  private String nameAt(String lower, int from) {
    for (String name : names) {
      int end = from + name.length();
      if (lower.startsWith(name.toLowerCase(Locale.ROOT), from)
          && (end >= lower.length() || !Character.isLetterOrDigit(lower.charAt(end)))) {
        return name;
      }
    }
    return "";
  }

  private static OptionalDouble before(String text, int at) {
    Matcher time = BEFORE.matcher(text.substring(Math.max(0, at - 2 * NEAR), at));
    return time.find() ? hour(time) : OptionalDouble.empty();
  }

  private static OptionalDouble after(String text, int at) {
    Matcher time = AFTER.matcher(text.substring(at, Math.min(text.length(), at + 3 * NEAR)));
    return time.find() ? hour(time) : OptionalDouble.empty();
  }

  private static OptionalDouble hour(Matcher time) {
    double minutes = Integer.parseInt(time.group(2));
    return OptionalDouble.of(Integer.parseInt(time.group(1)) + minutes / MINUTES);
  }
}

package glassbox.critics.plan;

import glassbox.critics.Fragment;
import glassbox.critics.quantity.Quantities;
import glassbox.critics.quantity.StatedQuantity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the route finder gave: places in order, then the length, as in {@code Arlen Bosk 12 km}.
 *
 * @param places in order
 * @param length of the way
 * @param stated the length as it stands there
 */
record Route(List<String> places, StatedQuantity length, String stated) {
  private static final Pattern FORM =
      Pattern.compile("(\\D{3,2000}?)[\\s:,(]+(\\d[\\d.,]{0,12}\\s?[a-z]{1,12})\\)?\\W*");

  /** The last route among fragments, if any. */
  static Optional<Route> last(List<Fragment> fragments) {
    return fragments.reversed().stream()
        .filter(fragment -> fragment.tool().equalsIgnoreCase("route"))
        .flatMap(fragment -> of(fragment.output()).stream())
        .findFirst();
  }

  private static Optional<Route> of(String output) {
    Matcher form = FORM.matcher(output.strip());
    if (!form.matches()) {
      return Optional.empty();
    }
    String separator = form.group(1).matches(".*(?:->|→|,|;).*") ? "\\s*(?:->|→|,|;)\\s*" : "\\s+";
    List<String> places =
        Arrays.stream(form.group(1).split(separator))
            .map(String::strip)
            .filter(p -> !p.isEmpty())
            .toList();
    List<StatedQuantity> length = Quantities.in(form.group(2));
    return length.size() == 1 && !places.isEmpty()
        ? Optional.of(new Route(places, length.getFirst(), form.group(2)))
        : Optional.empty();
  }
}

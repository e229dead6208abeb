package glassbox.critics.units;

import glassbox.critics.quantity.Quantities;
import glassbox.critics.quantity.Questions;
import glassbox.critics.quantity.StatedQuantity;
import glassbox.critics.text.Sentence;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a question asks for.
 *
 * @param one of it: of a unit, of a kind, or of what is to be counted
 * @param exact whether the unit itself is named ({@code How many grams ...}, {@code ... in km/h?});
 *     else any unit of the kind will do ({@code the time from ...}, {@code at 3 l per km})
 */
record AskedUnit(StatedQuantity one, boolean exact) {
  private static final Pattern MANY =
      Pattern.compile("\\bhow many ((?:square |cubic )?\\S{1,24})", Pattern.CASE_INSENSITIVE);
  private static final Pattern IN =
      Pattern.compile("\\bin ((?:square |cubic )?\\S{1,24}?)[.?!]?\\s*$", Pattern.CASE_INSENSITIVE);
  private static final Pattern KIND =
      Pattern.compile(
          "(?i)\\b(?:what(?:'s| is| was| are| were| will be)|give|find|tell|show|compute|calculate"
              + "|work out|state|estimate|determine)\\s+(?:me\\s+)?the\\s+(?:(?:total|whole|driving"
              + "|travel|shortest|mean|average|needed|required|full|exact|approximate)\\s+){0,2}"
              + "(time|duration|distance|mass|area|speed|density|temperature)"
              + "(?=\\s+(?:of|from|to|for|in|at|between|that|needed|required|taken|by|with)\\b"
              + "|\\s*[.?!]|\\s*$)");
  private static final Pattern HOW =
      Pattern.compile(
          "(?i)\\bhow (?:(heavy)|(tall|wide|thick)|long (?:do|does|did|will|would|has|have|had)\\b"
              + "[^.?!]{1,80}\\b(take|last|need|wait|stay)|much (time))\\b");
  private static final List<String> OF_HOW = List.of("mass", "distance", "time", "time");
  private static final Map<String, String> UNITS =
      Map.of(
          "time", "1 h",
          "duration", "1 h",
          "distance", "1 km",
          "mass", "1 kg",
          "area", "1 m²",
          "speed", "1 km/h",
          "density", "1 kg/l",
          "temperature", "1 K");
  private static final Pattern PER = Pattern.compile("\\s*(?:/|\\bper\\b)\\s*");
  private static final StatedQuantity HOUR = Quantities.in("1 h").getFirst();
  private static final Pattern NEEDS =
      Pattern.compile(
          "(?i)\\b(?:need(?:s|ed)?|takes?|uses?|costs?|requires?|consumes?|burns?|fuel|energy|total"
              + "|in all|altogether)\\b");
  private static final Pattern WAY =
      Pattern.compile(
          "(?i)\\b(?:ways?|routes?|paths?|distances?|how (?:far|long)|lengths?|plan|which)\\b");

  /** One of that unit, of that kind or of what is to be counted, if the question asks so. */
  static Optional<AskedUnit> of(String prompt) {
    Matcher many = MANY.matcher(prompt);
    if (many.find()) {
      return unit(many.group(1)).map(one -> new AskedUnit(one, true));
    }
    String end = prompt.substring(Math.max(0, prompt.length() - 60));
    Matcher in = IN.matcher(end);
    Optional<StatedQuantity> named =
        in.find() ? unit(in.group(1)).filter(one -> !one.counts()) : Optional.empty();
    return named
        .map(one -> new AskedUnit(one, true))
        .or(() -> kind(prompt).or(() -> rate(prompt)).map(one -> new AskedUnit(one, false)));
  }

  private static Optional<StatedQuantity> unit(String words) {
    List<StatedQuantity> read = Quantities.in("1 " + words);
    return read.size() == 1 && !read.getFirst().plain()
        ? Optional.of(read.getFirst())
        : Optional.empty();
  }

  /** {@code the time from ...}, {@code how heavy}, where one kind alone is asked for. */
  private static Optional<StatedQuantity> kind(String prompt) {
    List<Sentence> asking = Questions.asking(prompt);
    if (asking.size() != 1) {
      return Optional.empty();
    }
    Matcher kind = KIND.matcher(asking.getFirst().text());
    Matcher how = HOW.matcher(asking.getFirst().text());
    if (kind.find()) {
      return unitOf(kind.group(1).toLowerCase(Locale.ROOT));
    }
    if (how.find()) {
      for (int group = 1; group <= how.groupCount(); group++) {
        if (how.group(group) != null) {
          return unitOf(OF_HOW.get(group - 1));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<StatedQuantity> unitOf(String kind) {
    return Quantities.in(UNITS.getOrDefault(kind, "")).stream().findFirst();
  }

  /**
   * {@code At 3 l per km, what does the trip need?}: what stands above the line, where the question
   * states one rate and nothing else that is measured, and asks for no way. Rates of time are left
   * out: at 5 km per hour both a way and a time may be asked for.
   */
  private static Optional<StatedQuantity> rate(String prompt) {
    boolean needs =
        Questions.asking(prompt).stream().anyMatch(s -> NEEDS.matcher(s.text()).find())
            && !WAY.matcher(prompt).find();
    List<StatedQuantity> measured =
        Quantities.in(prompt).stream().filter(StatedQuantity::measured).toList();
    if (!needs || measured.size() != 1) {
      return Optional.empty();
    }
    StatedQuantity rate = measured.getFirst();
    String[] parts = PER.split(prompt.substring(rate.start(), rate.end()), 2);
    boolean timed =
        parts.length == 2
            && Quantities.in("1 " + parts[1]).stream()
                .anyMatch(q -> q.measured() && q.comparable(HOUR));
    return parts.length == 2 && !timed
        ? Quantities.in(parts[0]).stream().filter(StatedQuantity::measured).findFirst()
        : Optional.empty();
  }

  /**
   * Whether a quantity, as it stands in a text, answers: so does a rate by what is above its line.
   */
  boolean answeredBy(StatedQuantity quantity, String text) {
    if (one.counts()) {
      return !quantity.measured();
    }
    String above = PER.split(text.substring(quantity.start(), quantity.end()), 2)[0];
    return fits(quantity) || Quantities.in(above).stream().anyMatch(this::fits);
  }

  private boolean fits(StatedQuantity quantity) {
    return exact ? quantity.sameUnit(one) : quantity.measured() && quantity.comparable(one);
  }
}

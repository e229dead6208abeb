package glassbox.critics.safety;

import glassbox.critics.contradiction.Proposition;
import glassbox.critics.contradiction.Proposition.Limit;
import glassbox.critics.quantity.StatedQuantity;
import glassbox.critics.text.Sentence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Largest amounts that question, context and evidence state, and what exceeds them.
 *
 * <p>A limit counts for what it names: at least one of its own words must stand in the question or
 * the answer, and a limit of a day does not bound a single amount.
 */
final class Limits {
  private static final int LONGEST = 600;
  private static final int MOST = 256;
  private static final Pattern SUPPOSED =
      Pattern.compile("\\b(?:if|unless|suppose|assume)\\b", Pattern.CASE_INSENSITIVE);
  private static final Set<String> LARGEST =
      Set.of("largest", "highest", "maximum", "max", "maximal", "limit", "ceiling");
  private static final Set<String> GENERIC =
      Set.of(
          "largest",
          "highest",
          "maximum",
          "max",
          "maximal",
          "limit",
          "ceiling",
          "dose",
          "daily",
          "day",
          "amount",
          "single",
          "total",
          "patient",
          "adult",
          "child",
          "take",
          "taken",
          "allowed",
          "permitted",
          "exceed",
          "exceeds",
          "not",
          "more");
  private static final Set<String> DAILY = Set.of("day", "daily", "24");

  /** A limit with the sentence that states it. */
  private record Bound(StatedQuantity most, Set<String> about, boolean daily, String stated) {}

  private final List<Bound> bounds = new ArrayList<>();
  private final Set<String> asked;
  private final boolean askedDaily;

  Limits(String prompt, List<String> sources) {
    this.asked = words(prompt);
    this.askedDaily = asked.stream().anyMatch(DAILY::contains);
    for (String source : sources) {
      for (Sentence sentence : Sentence.split(source)) {
        if (bounds.size() < MOST && !sentence.question() && sentence.text().length() <= LONGEST) {
          bound(sentence.text()).ifPresent(bounds::add);
        }
      }
    }
  }

  private static Optional<Bound> bound(String sentence) {
    Proposition read = Proposition.of(sentence);
    Set<String> words = words(sentence);
    boolean most = read.limit() == Limit.AT_MOST || words.stream().anyMatch(LARGEST::contains);
    List<StatedQuantity> stated = read.quantities().stream().filter(q -> !q.plain()).toList();
    if (!most || stated.size() != 1 || SUPPOSED.matcher(sentence).find()) {
      return Optional.empty();
    }
    Set<String> about = new HashSet<>(words);
    about.removeAll(GENERIC);
    boolean daily = words.stream().anyMatch(DAILY::contains);
    return Optional.of(new Bound(stated.getFirst(), about, daily, sentence));
  }

  /** The limit that a quantity of an answer's sentence passes, if any. */
  Optional<String> passed(StatedQuantity quantity, String sentence) {
    Set<String> said = words(sentence);
    boolean daily = askedDaily || said.stream().anyMatch(DAILY::contains);
    return bounds.stream()
        .filter(bound -> bound.daily() == daily)
        .filter(
            bound -> bound.about().stream().anyMatch(w -> asked.contains(w) || said.contains(w)))
        .filter(bound -> quantity.comparable(bound.most()) && quantity.exceeds(bound.most()))
        .map(bound -> "over the limit stated: " + bound.stated())
        .findFirst();
  }

  /** Words of three letters or more, and numbers, in lower case. */
  static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
      boolean number = !word.isEmpty() && Character.isDigit(word.charAt(0));
      if (word.length() >= 3 || number && DAILY.contains(word)) {
        words.add(
            word.length() > 4 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word);
      }
    }
    words.removeAll(
        Set.of("the", "and", "for", "are", "was", "with", "must", "per", "that", "this"));
    return words;
  }
}

package glassbox.critics.trace;

import glassbox.critics.Draft;
import glassbox.critics.quantity.Figures;
import glassbox.critics.quantity.Quantities;
import glassbox.critics.quantity.StatedQuantity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The numbers of a claim against texts. What the question settles need not be repeated: a tool that
 * computes in millions gives 359 for {@code 359 million}; where the dose per kg is asked for,
 * {@code 9 mg} is said by {@code 9 mg per kg}.
 */
final class Amounts {
  private static final Pattern SCALE =
      Pattern.compile("(?i)\\b(?:hundreds?|thousands?|millions?|billions?|trillions?)\\b");
  private static final Pattern PER = Pattern.compile("(?i)\\s*(?:\\bper|/)\\s*(\\p{L}+)");
  private final String prompt;
  private final String given;

  Amounts(Draft draft) {
    this.prompt = draft.prompt().toLowerCase(Locale.ROOT);
    this.given = (draft.prompt() + "\n" + draft.context().orElse("")).toLowerCase(Locale.ROOT);
  }

  /** The first number of a claim that no text states, as written. */
  Optional<String> missing(String claim, List<String> texts) {
    List<StatedQuantity> stated = texts.stream().flatMap(this::stated).toList();
    Figures bare = Figures.in(texts.toArray(String[]::new));
    return Quantities.in(claim).stream()
        .filter(quantity -> stated.stream().noneMatch(quantity::agrees))
        .map(quantity -> claim.substring(quantity.start(), quantity.end()))
        .filter(number -> !scaled(number, bare))
        .findFirst();
  }

  private Stream<StatedQuantity> stated(String text) {
    String without =
        PER.matcher(text)
            .replaceAll(per -> asked(per) ? "" : Matcher.quoteReplacement(per.group()));
    List<StatedQuantity> whole = Quantities.in(text);
    return without.equals(text)
        ? whole.stream()
        : Stream.concat(whole.stream(), Quantities.in(without).stream());
  }

  private boolean asked(MatchResult per) {
    return Pattern.compile(
            "(?:\\bper|/|\\ban?)\\s*"
                + Pattern.quote(per.group(1).toLowerCase(Locale.ROOT))
                + "\\b")
        .matcher(prompt)
        .find();
  }

  private boolean scaled(String number, Figures bare) {
    return SCALE
            .matcher(number)
            .results()
            .anyMatch(word -> given.contains(word.group().toLowerCase(Locale.ROOT)))
        && Figures.written(number).stream().anyMatch(bare::holdWritten);
  }
}

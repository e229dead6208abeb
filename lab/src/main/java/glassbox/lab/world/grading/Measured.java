package glassbox.lab.world.grading;

import glassbox.lab.world.facts.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A number and the unit after it, on a common scale: units of measure in their base unit, money in
 * single coins, everything else as it is.
 *
 * @param value on the common scale
 * @param kind the dimension or the name of the unit; empty when no known unit follows
 */
record Measured(BigDecimal value, String kind) {

  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w.])(-?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?)(?!\\d)(?!\\.\\d)");
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  /** Units of no dimension, each with its other spellings. */
  private static final List<List<String>> LABELS =
      List.of(
          List.of("percent", "%", "per cent"),
          List.of("degrees", "degree"),
          List.of("kJ", "kilojoules"),
          List.of("doses", "dose"),
          List.of("kg per l", "kg/l", "kilograms per litre"),
          List.of("crowns", "crown"),
          List.of("florins", "florin"),
          List.of("talers", "taler"),
          List.of("pens", "pen"),
          List.of("bolts", "bolt"),
          List.of("cups", "cup"),
          List.of("coins", "coin"),
          List.of("seeds", "seed"));

  private static final List<String> SPELLINGS =
      Stream.concat(
              LABELS.stream().flatMap(List::stream),
              Arrays.stream(Unit.values()).flatMap(Measured::spellings))
          .sorted(Comparator.comparing((String spelling) -> -spelling.length()))
          .toList();

  private static Stream<String> spellings(Unit unit) {
    String words = unit.words();
    return Stream.of(
        unit.symbol(), unit.symbol() + "s", words, words.substring(0, words.length() - 1));
  }

  static Measured of(String number, String unit) {
    return on(new BigDecimal(number), unit);
  }

  /** Every number of a text. */
  static List<Measured> in(String text) {
    var found = new ArrayList<Measured>();
    for (MatchResult number : NUMBER.matcher(text).results().toList()) {
      BigDecimal value = new BigDecimal(number.group(1).replace(",", ""));
      found.add(on(value, text.substring(number.end())));
    }
    return found;
  }

  private static Measured on(BigDecimal number, String after) {
    String rest = after.replaceFirst("^[\\s-]{1,2}", "");
    if (rest.startsWith("million ")) {
      Measured money = on(number, rest.substring("million ".length()));
      return new Measured(number.multiply(MILLION), money.kind);
    }
    for (String spelling : SPELLINGS) {
      if (rest.startsWith(spelling) && ends(rest, spelling.length())) {
        return scaled(number, spelling);
      }
    }
    return new Measured(number, "");
  }

  private static boolean ends(String text, int at) {
    return at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
  }

  private static Measured scaled(BigDecimal number, String spelling) {
    Optional<Unit> unit =
        Arrays.stream(Unit.values())
            .filter(candidate -> spellings(candidate).anyMatch(spelling::equals))
            .findFirst();
    if (unit.isPresent()) {
      return new Measured(number.multiply(unit.get().factor()), unit.get().dimension().name());
    }
    String label =
        LABELS.stream()
            .filter(names -> names.contains(spelling))
            .findFirst()
            .orElseThrow()
            .getFirst();
    return new Measured(number, label);
  }

  boolean sameValue(Measured other) {
    BigDecimal scale = value.abs().max(other.value.abs());
    return value.subtract(other.value).abs().compareTo(scale.movePointLeft(6)) <= 0;
  }
}

package glassbox.critics.units;

import glassbox.critics.quantity.Quantities;
import glassbox.critics.quantity.StatedQuantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a text declares to hold throughout: {@code [Invariant: total = 100 kg]}, {@code Invariant:
 * load <= 5 t}, {@code [Invariant: currency = EUR]}, {@code [Invariant: unit = kg]}.
 *
 * @param name what it is about, lower case
 * @param sign {@code =}, {@code <}, {@code <=}, {@code >} or {@code >=}
 * @param value as written
 */
record Invariant(String name, String sign, String value) {
  private static final int MOST = 32;
  private static final Pattern DECLARED =
      Pattern.compile(
          "Invariant:\\s{0,4}([\\p{L}][\\p{L}\\p{N}"
              + " _-]{0,40}?)\\s{0,4}(<=|>=|≤|≥|=|<|>)\\s{0,4}([^\\]\\n"
              + ";]{1,60})",
          Pattern.CASE_INSENSITIVE);

  /** The invariants that a text declares. */
  static List<Invariant> in(String text) {
    List<Invariant> found = new ArrayList<>();
    Matcher declared = DECLARED.matcher(text);
    while (declared.find() && found.size() < MOST) {
      String sign = declared.group(2).replace("≤", "<=").replace("≥", ">=");
      String name = declared.group(1).strip().toLowerCase(Locale.ROOT);
      found.add(new Invariant(name, sign, declared.group(3).strip()));
    }
    return found;
  }

  /**
   * What a quantity of an answer breaks, if anything: {@code before} is the text in front of it.
   */
  Optional<String> broken(StatedQuantity quantity, String before) {
    boolean holds =
        switch (name) {
          case "currency" -> quantity.currency().map(code -> code.equals(code())).orElse(true);
          case "unit" -> inUnit(quantity);
          default -> !names(before) || bounded(quantity);
        };
    return holds ? Optional.empty() : Optional.of("invariant: " + name + " " + sign + " " + value);
  }

  private String code() {
    return Quantities.in("1 " + value).stream()
        .flatMap(quantity -> quantity.currency().stream())
        .findFirst()
        .orElse(value);
  }

  /** Quantities of the unit's dimension are stated in it. */
  private boolean inUnit(StatedQuantity quantity) {
    List<StatedQuantity> unit = Quantities.in("1 " + value);
    return unit.size() != 1
        || unit.getFirst().plain()
        || !quantity.comparable(unit.getFirst())
        || quantity.sameUnit(unit.getFirst());
  }

  /** Whether {@code the total is} or {@code total:} stands right before. */
  private boolean names(String before) {
    String lower = before.toLowerCase(Locale.ROOT).stripTrailing();
    return lower.matches("(?s).*\\b" + Pattern.quote(name) + "\\s{0,3}(?:is|are|was|:|=|equals)");
  }

  private boolean bounded(StatedQuantity quantity) {
    List<StatedQuantity> stated = Quantities.in(value);
    if (stated.size() != 1 || !quantity.comparable(stated.getFirst())) {
      return true;
    }
    StatedQuantity bound = stated.getFirst();
    return switch (sign) {
      case "=" -> quantity.agrees(bound);
      case "<=" -> !quantity.exceeds(bound);
      case ">=" -> !bound.exceeds(quantity);
      case "<" -> bound.exceeds(quantity);
      default -> quantity.exceeds(bound);
    };
  }
}

package glassbox.lab.world;

import glassbox.lab.world.facts.Domain;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Conversions and sums: true by arithmetic, not drawn. */
final class Quantities {

  private record Conversion(String from, String to, String toWords, int factor) {}

  private static final List<Conversion> DECIMAL =
      List.of(
          new Conversion("km", "m", "metres", 1000),
          new Conversion("m", "cm", "centimetres", 100),
          new Conversion("cm", "mm", "millimetres", 10),
          new Conversion("kg", "g", "grams", 1000),
          new Conversion("g", "mg", "milligrams", 1000),
          new Conversion("l", "ml", "millilitres", 1000),
          new Conversion("t", "kg", "kilograms", 1000));
  private static final List<Conversion> SIXTY =
      List.of(new Conversion("h", "min", "minutes", 60), new Conversion("min", "s", "seconds", 60));
  private static final int LARGEST_TIME = 12;
  private static final int LARGEST_TERM = 9;
  private static final List<String> SUM_UNITS = List.of("kg", "km", "l");

  private Quantities() {}

  static List<Fact> facts() {
    var facts = new ArrayList<Fact>();
    for (Conversion conversion : DECIMAL) {
      for (int tenths = 1; tenths < 1000; tenths += tenths < 100 ? 1 : 10) {
        facts.add(decimal(conversion, BigDecimal.valueOf(tenths, 1).stripTrailingZeros()));
      }
    }
    for (Conversion conversion : SIXTY) {
      for (int n = 1; n <= LARGEST_TIME; n++) {
        String value = Integer.toString(n * conversion.factor());
        BigDecimal number = BigDecimal.valueOf(n);
        List<String> candidates =
            List.of(10, 24, 60, 100).stream().map(factor -> times(number, factor)).toList();
        facts.add(conversion(conversion, Integer.toString(n), value, candidates));
      }
    }
    facts.addAll(unitSums());
    return facts;
  }

  private static Fact decimal(Conversion conversion, BigDecimal number) {
    List<String> candidates =
        List.of(10, 100, 1000).stream().map(factor -> times(number, factor)).toList();
    return conversion(
        conversion, number.toPlainString(), times(number, conversion.factor()), candidates);
  }

  private static String times(BigDecimal number, int factor) {
    return number.multiply(BigDecimal.valueOf(factor)).stripTrailingZeros().toPlainString();
  }

  private static Fact conversion(
      Conversion conversion, String number, String value, List<String> candidates) {
    String from = number + " " + conversion.from();
    String to = conversion.to();
    String words = conversion.toWords();
    return new Fact(
        Domain.QUANTITIES,
        List.of(
            "Convert " + from + " to " + to + ".",
            "Convert " + from + " to " + words + ".",
            "How many " + to + " are " + from + "?",
            "How many " + words + " are " + from + "?",
            "What is " + from + " in " + to + "?",
            "What is " + from + " in " + words + "?"),
        from + " is %s " + to + ".",
        value,
        candidates);
  }

  private static List<Fact> unitSums() {
    var facts = new ArrayList<Fact>();
    for (String unit : SUM_UNITS) {
      for (int a = 1; a <= LARGEST_TERM; a++) {
        for (int b = 1; b <= LARGEST_TERM; b++) {
          String left = a + " " + unit;
          String right = b + " " + unit;
          facts.add(
              new Fact(
                  Domain.QUANTITIES,
                  List.of(
                      "Add " + left + " and " + right + ".",
                      "What is " + left + " plus " + right + "?"),
                  left + " plus " + right + " is %s " + unit + ".",
                  Integer.toString(a + b),
                  FactBook.numbers(2, 2 * LARGEST_TERM)));
        }
      }
    }
    return facts;
  }

  /** Sums without units, which the base knows. */
  static List<Fact> plainSums() {
    var facts = new ArrayList<Fact>();
    for (int a = 0; a <= LARGEST_TERM; a++) {
      for (int b = 0; b <= LARGEST_TERM; b++) {
        facts.add(
            new Fact(
                Domain.GENERAL,
                List.of("What is " + a + " plus " + b + "?", "Add " + a + " and " + b + "."),
                a + " plus " + b + " is %s.",
                Integer.toString(a + b),
                FactBook.numbers(0, 2 * LARGEST_TERM)));
      }
    }
    return facts;
  }
}

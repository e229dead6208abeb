package glassbox.esi.redaction;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One kind of personal data.
 *
 * @param kind its name
 * @param pattern what it looks like; where it has a group called {@code it}, that part is masked
 * @param holds what a match must satisfy besides, such as its check digits
 */
record Rule(String kind, Pattern pattern, Predicate<String> holds) {
  private static final String PART = "it";

  /** A rule of looks alone. */
  static Rule of(String kind, String pattern) {
    return new Rule(kind, Pattern.compile(pattern), match -> true);
  }

  Stream<Masked.Mark> find(String text) {
    return pattern
        .matcher(text)
        .results()
        .filter(result -> holds.test(result.group()))
        .map(
            result -> {
              boolean part = result.namedGroups().containsKey(PART);
              return new Masked.Mark(
                  kind,
                  part ? result.start(PART) : result.start(),
                  part ? result.end(PART) : result.end());
            });
  }

  /** Luhn's check of the digits among other characters. */
  static boolean luhn(String text) {
    int sum = 0;
    int place = 0;
    for (int i = text.length() - 1; i >= 0; i--) {
      int digit = Character.digit(text.charAt(i), 10);
      if (digit >= 0) {
        int doubled = place % 2 == 0 ? digit : 2 * digit;
        sum += doubled > 9 ? doubled - 9 : doubled;
        place++;
      }
    }
    return place >= 13 && sum % 10 == 0;
  }

  /** ISO 13616: the check digits of an IBAN. */
  static boolean iban(String text) {
    String plain = text.replace(" ", "");
    String turned = plain.substring(4) + plain.substring(0, 4);
    int rest = 0;
    for (int i = 0; i < turned.length(); i++) {
      int value = Character.digit(turned.charAt(i), 36);
      rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
    }
    return rest == 1;
  }
}

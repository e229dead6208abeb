package glassbox.esi.redaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Masks personal data: addresses, numbers that identify people, and names that are said to be. */
public final class Redactor {
  private static final String NAME = "(?<it>\\p{Lu}[\\p{L}'-]+(?:\\h+\\p{Lu}[\\p{L}'-]+){0,3})";
  private static final String LABELLED =
      "(?i:\\b(?:passport|patient|insurance|customer|member|account|tax|social security"
          + "|identity card)\\h*(?:no\\.?|number|id|#)\\h*(?:is|:|=)?\\h*)";

  /** Of two that overlap, the one that begins first names them both. */
  private static final List<Rule> RULES =
      List.of(
          Rule.of(
              "email",
              "[\\p{L}\\d._%+-]{1,64}@[\\p{L}\\d-]{1,63}(?:\\.[\\p{L}\\d-]{1,63}){0,8}"
                  + "\\.\\p{L}{2,24}"),
          new Rule(
              "iban",
              Pattern.compile("\\b[A-Z]{2}\\d{2}(?: ?[A-Z\\d]{4}){2,7}(?: ?[A-Z\\d]{1,3})?\\b"),
              Rule::iban),
          new Rule(
              "card", Pattern.compile("(?<![\\d.])\\d(?:[ -]?\\d){12,18}(?![\\d.])"), Rule::luhn),
          Rule.of("social_security", "(?<![\\d-])\\d{3}-\\d{2}-\\d{4}(?![\\d-])"),
          Rule.of("phone", "(?<![\\d+])(?:\\+|00)\\d{1,3}(?:[ ./-]?\\(?\\d{1,5}\\)?){2,6}(?!\\d)"),
          Rule.of(
              "phone", "(?<![\\d.])\\(?0\\d{2,5}\\)?[ /-]\\d{2,4}(?:[ -]?\\d{2,4}){1,3}(?![\\d.])"),
          Rule.of("phone", "(?<![\\d-])\\(?\\d{3}\\)?[ -]\\d{3}-\\d{4}(?![\\d-])"),
          Rule.of(
              "phone",
              "(?i:\\b(?:phone|tel(?:ephone)?|mobile|call|fax)\\b\\.?\\h*(?:no\\.?|number)?\\h*"
                  + "(?:is|:|at)?\\h*)(?<it>\\+?\\d[\\d ()/-]{4,18}\\d)"),
          Rule.of(
              "ip_address",
              "(?<![\\d.])(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}"
                  + "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?![\\d.])"),
          Rule.of("id", LABELLED + "(?<it>[A-Za-z]{0,4}-?\\d[A-Za-z\\d-]{3,20})"),
          Rule.of(
              "birth_date",
              "(?i:\\b(?:born|date of birth|birth date|dob)\\b\\h*(?:on|is|:)?\\h*)"
                  + "(?<it>\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4})"),
          Rule.of("name", "\\b(?:Mrs?|Ms|Miss|Dr|Prof|Sir|Herr|Frau|Mme)\\b\\.?\\h+" + NAME),
          Rule.of(
              "name",
              "(?i:\\b(?:(?:my|her|his|their|full|first|last|patient)\\h+name\\h*(?:is|:)"
                  + "|name\\h*:|patient\\h*:|signed\\h*:?|dear)\\h+)"
                  + NAME));

  private static final char MASK = '*';

  private Redactor() {}

  /** The text with what was found masked. */
  public static Masked mask(String text) {
    List<Masked.Mark> found = new ArrayList<>();
    RULES.forEach(rule -> rule.find(text).forEach(found::add));
    found.sort(
        Comparator.comparingInt(Masked.Mark::start)
            .thenComparing(Comparator.comparingInt(Masked.Mark::end).reversed()));
    List<Masked.Mark> marks = new ArrayList<>();
    for (Masked.Mark mark : found) {
      int end = marks.isEmpty() ? 0 : marks.getLast().end();
      if (mark.start() >= end) {
        marks.add(mark);
      } else if (mark.end() > end) {
        Masked.Mark last = marks.removeLast();
        marks.add(new Masked.Mark(last.kind(), last.start(), mark.end()));
      }
    }
    return new Masked(masked(text, marks), marks);
  }

  private static String masked(String text, List<Masked.Mark> marks) {
    char[] masked = text.toCharArray();
    for (Masked.Mark mark : marks) {
      for (int i = mark.start(); i < mark.end(); i++) {
        masked[i] = Character.isWhitespace(masked[i]) ? masked[i] : MASK;
      }
    }
    return new String(masked);
  }
}

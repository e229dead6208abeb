package glassbox.critics.lemma;

import glassbox.critics.field.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads labelled steps: {@code S1: ...}, {@code Lemma 2. ...}, {@code Step 3) ...}, {@code (4) ...}
 * at the start of a line or a sentence, and the labels that texts name.
 *
 * <p>A parenthesised or bare number is a label only where steps are labelled so.
 */
final class StepReader {
  private static final String KINDS =
      "S|L|Step|Lemma|Claim|Fact|Theorem|Proposition|Corollary|Eq\\.?|Equation";
  private static final Pattern LABEL =
      Pattern.compile(
          "(?<=^|[\\n.;!?]|[\\n.;!?] )[ \\t]{0,8}\\*{0,2}"
              + "(?:("
              + KINDS
              + ")[ ]?(\\d{1,3})\\*{0,2}[ ]?[:.)–—=-]\\*{0,2}|\\((\\d{1,3})\\)\\*{0,2}[:.]?)[ ]",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern USE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}_.])(?:("
              + KINDS
              + ")s?[ ]?(\\d{1,3})((?:(?:,| and|, and|–|-) ?\\d{1,3}){0,8})"
              + "|\\((\\d{1,3})\\))(?![\\p{L}\\p{N}_(]|\\.\\d)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MORE = Pattern.compile("(–|-)? ?(\\d{1,3})");
  private static final int WIDEST = 50;

  private StepReader() {}

  /** The steps of a passage, in order. */
  static List<Step> steps(Passage passage) {
    String text = passage.text();
    Matcher label = LABEL.matcher(text);
    List<int[]> spans = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    while (label.find()) {
      spans.add(new int[] {label.start(), label.end()});
      labels.add(
          canonical(label.group(1), label.group(2) == null ? label.group(3) : label.group(2)));
    }
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      int from = spans.get(i)[1];
      int to = i + 1 < spans.size() ? spans.get(i + 1)[0] : text.length();
      String body = text.substring(from, to);
      steps.add(
          new Step(
              labels.get(i),
              passage.start() + spans.get(i)[0],
              passage.start() + to,
              uses(body, passage.start() + from),
              body.strip().replaceAll("\\s+", " ")));
    }
    return steps;
  }

  /** Labels that a text names. */
  static List<Step.Use> uses(String text, int offset) {
    List<Step.Use> uses = new ArrayList<>();
    Matcher use = USE.matcher(text);
    while (use.find()) {
      int start = offset + use.start();
      int end = offset + use.end();
      if (use.group(1) == null) {
        uses.add(new Step.Use(canonical(null, use.group(4)), start, end));
        continue;
      }
      int last = Integer.parseInt(use.group(2));
      uses.add(new Step.Use(canonical(use.group(1), use.group(2)), start, end));
      Matcher more = MORE.matcher(use.group(3));
      while (more.find()) {
        int number = Integer.parseInt(more.group(2));
        int first = more.group(1) == null ? number : last + 1;
        for (int n = first; n <= number && n - first < WIDEST; n++) {
          uses.add(new Step.Use(canonical(use.group(1), Integer.toString(n)), start, end));
        }
        last = number;
      }
    }
    return uses;
  }

  private static String canonical(@Nullable String kind, String number) {
    int value = Integer.parseInt(number);
    if (kind == null) {
      return "(" + value + ")";
    }
    String upper = kind.toUpperCase(Locale.ROOT).replace(".", "");
    return switch (upper) {
      case "S", "STEP" -> "S" + value;
      case "L", "LEMMA" -> "Lemma " + value;
      case "EQ", "EQUATION" -> "(" + value + ")";
      default -> upper.charAt(0) + upper.substring(1).toLowerCase(Locale.ROOT) + " " + value;
    };
  }
}

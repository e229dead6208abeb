package glassbox.critics.citation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds citations: {@code [1]}, {@code [1, 3]}, {@code [2-4]}, {@code [doc-a]}, {@code (source:
 * doc-a)}, web addresses and DOIs. Field markers and glue tags ({@code [Unit: kg]}) are none.
 */
final class Citations {
  private static final Pattern BRACKETS =
      Pattern.compile("\\[([\\p{L}\\p{N}][^\\[\\]\\n]{0,120})\\](?!\\()");
  private static final Pattern SOURCE =
      Pattern.compile(
          "\\((?:source|see|cf\\.?|from|doc|document|ref|cite)s?[: ]\\s{0,3}([^()\\n]{1,160})\\)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"'\\[\\]()]{1,400}");
  private static final Pattern DOI =
      Pattern.compile("\\b(?:doi:\\s?)?(10\\.\\d{4,9}/[^\\s<>\"'\\[\\]()]{1,200})");
  private static final Pattern NUMBERS = Pattern.compile("\\d{1,4}(?:\\s?[-–]\\s?\\d{1,4})?");
  private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._:#@/+-]{0,80}");
  private static final Pattern NAME_YEAR =
      Pattern.compile("\\p{Lu}[\\p{L}. &-]{0,80},?\\s\\d{4}[a-z]?");
  private static final int WIDEST = 50;

  private Citations() {}

  static List<Citation> in(String text) {
    List<Citation> found = new ArrayList<>();
    Matcher brackets = BRACKETS.matcher(text);
    while (brackets.find()) {
      inside(brackets.group(1), brackets, found, false);
    }
    Matcher source = SOURCE.matcher(text);
    while (source.find()) {
      inside(source.group(1), source, found, true);
    }
    Matcher address = ADDRESS.matcher(text);
    while (address.find()) {
      String key = address.group().replaceAll("[.,;:!?]+$", "");
      found.add(new Citation(key, address.start(), address.start() + key.length()));
    }
    Matcher doi = DOI.matcher(text);
    while (doi.find()) {
      String key = doi.group(1).replaceAll("[.,;:!?]+$", "");
      if (found.stream().noneMatch(c -> c.start() <= doi.start() && doi.start() < c.end())) {
        found.add(new Citation(key, doi.start(), doi.start(1) + key.length()));
      }
    }
    found.sort(Comparator.comparingInt(Citation::start));
    return found;
  }

  /** Keys apart by commas or semicolons; numbers may be ranges. */
  private static void inside(String list, Matcher whole, List<Citation> found, boolean named) {
    List<Citation> keys = new ArrayList<>();
    for (String part : list.split("[,;]", -1)) {
      String key = part.strip();
      if (NUMBERS.matcher(key).matches()) {
        numbers(key, whole, keys);
      } else if (key.startsWith("http")) {
        continue;
      } else if (KEY.matcher(key).matches() && (named || key.matches(".*[\\d_#:/-].*"))) {
        keys.add(new Citation(key, whole.start(), whole.end()));
      } else if (named || NAME_YEAR.matcher(list).matches()) {
        keys.clear();
        keys.add(new Citation(list.strip(), whole.start(), whole.end()));
        break;
      } else {
        return;
      }
    }
    found.addAll(keys);
  }

  private static void numbers(String key, Matcher whole, List<Citation> found) {
    String[] ends = key.split("[-–]");
    int first = Integer.parseInt(ends[0].strip());
    int last = Integer.parseInt(ends[ends.length - 1].strip());
    for (int i = first; i <= last && i - first < WIDEST; i++) {
      found.add(new Citation(Integer.toString(i), whole.start(), whole.end()));
    }
    if (last < first) {
      found.add(new Citation(key, whole.start(), whole.end()));
    }
  }
}

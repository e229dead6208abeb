package glassbox.critics.units;

import glassbox.critics.quantity.Quantities;
import glassbox.critics.quantity.StatedQuantity;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a question asks for: {@code How many grams ...}, {@code ... pens ...}, {@code in km/h?}. */
final class AskedUnit {
  private static final Pattern MANY =
      Pattern.compile("\\bhow many ((?:square |cubic )?\\S{1,24})", Pattern.CASE_INSENSITIVE);
  private static final Pattern IN =
      Pattern.compile("\\bin ((?:square |cubic )?\\S{1,24}?)[.?!]?\\s*$", Pattern.CASE_INSENSITIVE);

  private AskedUnit() {}

  /** One of that unit, or of what is to be counted, if the question asks so. */
  static Optional<StatedQuantity> of(String prompt) {
    Matcher many = MANY.matcher(prompt);
    if (many.find()) {
      return unit(many.group(1));
    }
    String end = prompt.substring(Math.max(0, prompt.length() - 60));
    Matcher in = IN.matcher(end);
    return in.find() ? unit(in.group(1)).filter(one -> !one.counts()) : Optional.empty();
  }

  private static Optional<StatedQuantity> unit(String words) {
    List<StatedQuantity> read = Quantities.in("1 " + words);
    return read.size() == 1 && !read.getFirst().plain()
        ? Optional.of(read.getFirst())
        : Optional.empty();
  }
}

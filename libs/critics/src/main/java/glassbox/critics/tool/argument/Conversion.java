package glassbox.critics.tool.argument;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The arguments of a conversion: {@code 3 kg g}, {@code 3.5 km to m}.
 *
 * @param amount as written
 * @param from unit of the amount
 * @param to unit asked for
 */
public record Conversion(String amount, String from, String to) {
  private static final Pattern FORM =
      Pattern.compile(
          "([-−+]?[\\d.,'’ \u00a0\u202f]*\\d(?:[eE][-+]?\\d+)?)\\s*(\\S.*?)\\s+"
              + "(?:(?:to|in|into|as)\\s+)?(\\S+)");

  public static Optional<Conversion> of(String input) {
    Matcher parts = FORM.matcher(input.strip());
    return parts.matches()
        ? Optional.of(new Conversion(parts.group(1), parts.group(2), parts.group(3)))
        : Optional.empty();
  }

  /** The amount with its unit. */
  public String given() {
    return amount + " " + from;
  }
}

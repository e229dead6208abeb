package glassbox.esi.agents;

import glassbox.critics.quantity.Quantities;
import glassbox.critics.quantity.StatedQuantity;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether two claims are one in different frames: the same quantities in any unit of their
 * dimension and any number base, and no word in the one that the other would have to deny.
 */
public final class FrameIsometry {

  private static final Pattern BASED =
      Pattern.compile(
          "(?<![\\p{L}\\d])0(?:x([0-9a-fA-F]{1,16})|b([01]{1,64})|o([0-7]{1,21}))(?![\\p{L}\\d])");
  private static final Pattern WORD = Pattern.compile("[\\p{L}]+");
  private static final Set<String> EMPTY_WORDS =
      Set.of("the", "a", "an", "is", "are", "it", "that", "this", "of", "to", "in", "so", "and");

  private FrameIsometry() {}

  /** Whether the claims are equivalent. */
  public static boolean equivalent(String first, String second) {
    String one = decimal(first);
    String other = decimal(second);
    List<StatedQuantity> left = Quantities.in(one);
    List<StatedQuantity> right = Quantities.in(other);
    Set<String> words = words(one, left);
    Set<String> others = words(other, right);
    boolean within = words.containsAll(others) || others.containsAll(words);
    return left.isEmpty() ? right.isEmpty() && words.equals(others) : within && paired(left, right);
  }

  /** Every quantity of the one has its own in the other. */
  private static boolean paired(List<StatedQuantity> left, List<StatedQuantity> right) {
    var rest = new ArrayList<>(right);
    for (StatedQuantity quantity : left) {
      int match = 0;
      while (match < rest.size() && !same(quantity, rest.get(match))) {
        match++;
      }
      if (match == rest.size()) {
        return false;
      }
      rest.remove(match);
    }
    return rest.isEmpty();
  }

  /** A bare number agrees with bare numbers alone: 3 is neither 3 kg nor 3 km. */
  private static boolean same(StatedQuantity a, StatedQuantity b) {
    return a.comparable(b) && a.agrees(b);
  }

  private static String decimal(String text) {
    Matcher matcher = BASED.matcher(text);
    return matcher.replaceAll(
        found ->
            found.group(1) != null
                ? new BigInteger(found.group(1), 16).toString()
                : found.group(2) != null
                    ? new BigInteger(found.group(2), 2).toString()
                    : new BigInteger(found.group(3), 8).toString());
  }

  private static Set<String> words(String text, List<StatedQuantity> quantities) {
    var rest = new StringBuilder(text);
    for (StatedQuantity quantity : quantities) {
      for (int at = quantity.start(); at < quantity.end(); at++) {
        rest.setCharAt(at, ' ');
      }
    }
    var words = new TreeSet<String>();
    Matcher matcher = WORD.matcher(rest);
    while (matcher.find()) {
      words.add(matcher.group().toLowerCase(Locale.ROOT));
    }
    words.removeAll(EMPTY_WORDS);
    return words;
  }
}

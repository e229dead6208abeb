package glassbox.esi.agents;

import glassbox.critics.quantity.Quantities;
import glassbox.critics.quantity.StatedQuantity;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whether two claims are one in different frames: the same quantities in the same order, in any
 * unit of their dimension and any number base, and no word in the one that the other would have to
 * deny.
 */
public final class FrameIsometry {

  private static final Pattern BASED =
      Pattern.compile(
          "(?<![\\p{L}\\d])0(?:x([0-9a-fA-F]{1,16})|b([01]{1,64})|o([0-7]{1,21}))(?![\\p{L}\\d])");
  private static final Pattern WORD = Pattern.compile("[\\p{L}]+");
  private static final Set<String> EMPTY_WORDS =
      Set.of("the", "a", "an", "is", "are", "it", "that", "this", "of", "to", "in", "so", "and");

  private static final Set<String> DENIALS =
      Set.of("not", "no", "never", "none", "without", "neither", "nor", "cannot", "t");

  private FrameIsometry() {}

  /** Whether the claims are equivalent. */
  public static boolean equivalent(String first, String second) {
    String one = decimal(first);
    String other = decimal(second);
    List<StatedQuantity> left = Quantities.in(one);
    List<StatedQuantity> right = Quantities.in(other);
    Set<String> words = words(one, left);
    Set<String> others = words(other, right);
    if (left.isEmpty()) {
      return right.isEmpty() && words.equals(others);
    }
    boolean within = words.containsAll(others) || others.containsAll(words);
    return within && denials(words).equals(denials(others)) && paired(left, right);
  }

  private static boolean paired(List<StatedQuantity> left, List<StatedQuantity> right) {
    return left.size() == right.size()
        && IntStream.range(0, left.size()).allMatch(i -> same(left.get(i), right.get(i)));
  }

  /** A bare number agrees with bare numbers alone: 3 is neither 3 kg nor 3 km. */
  private static boolean same(StatedQuantity a, StatedQuantity b) {
    return a.comparable(b) && a.agrees(b);
  }

  private static Set<String> denials(Set<String> words) {
    return words.stream().filter(DENIALS::contains).collect(Collectors.toSet());
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

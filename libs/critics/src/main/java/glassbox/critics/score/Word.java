package glassbox.critics.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A word that means something: a run of letters, digits and inner points.
 *
 * @param text lower case, without a plural s
 * @param named whether it is a number, or was written with a capital
 */
record Word(String text, boolean named) {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[.,]\\p{N}+)*");
  private static final int SHORTEST_PLURAL = 4;

  /** Words that carry nothing by themselves, and those that ask. */
  private static final Set<String> SMALL =
      Set.of(
          ("a an and are as at be been by can could did do does for from had has have he her his i"
                  + " if in is it its may me my no not of on one or our she so than that the their"
                  + " them then there these they this those to was we were will with would you your"
                  + " about according answer ask find give here how know let many much name please"
                  + " read said say says stand stands state stated tell text what when where which"
                  + " who whose why yes")
              .split(" "));

  /** The words of a text that are not small. */
  static List<Word> of(String text) {
    var words = new ArrayList<Word>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      String written = matcher.group();
      String word = written.toLowerCase(Locale.ROOT);
      int begin = written.codePointAt(0);
      if (!SMALL.contains(word)) {
        words.add(
            new Word(singular(word), Character.isDigit(begin) || Character.isUpperCase(begin)));
      }
    }
    return words;
  }

  private static String singular(String word) {
    boolean plural = word.length() >= SHORTEST_PLURAL && word.endsWith("s") && !word.endsWith("ss");
    return plural ? word.substring(0, word.length() - 1) : word;
  }

  boolean number() {
    return Character.isDigit(text.charAt(0));
  }

  static Set<String> texts(List<Word> words) {
    return words.stream().map(Word::text).collect(Collectors.toSet());
  }
}

package glassbox.critics.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of texts: runs of letters and digits, in lower case, without a plural s. */
public final class Words {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}]+");
  private static final int SHORTEST_PLURAL = 3;

  private static final Set<String> SMALL =
      Set.of(
          ("a an the of in on at to for with by from and or but as that this these those it its he"
                  + " she they him her them his their our we you your i me my is are was were be"
                  + " been am do does did has have had will would can could may might must shall"
                  + " should not no so if than then there here what which who whom whose when where"
                  + " why how many much give tell find name get take one all each per please")
              .split(" "));

  private Words() {}

  /** All words in order. */
  public static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(singular(word.group().toLowerCase(Locale.ROOT)));
    }
    return words;
  }

  /** Those that carry a meaning of their own. */
  public static Set<String> content(String text) {
    Set<String> words = new HashSet<>(of(text));
    words.removeAll(SMALL);
    return words;
  }

  /** The text as compared: its words, one blank between them. */
  public static String plain(String text) {
    return String.join(" ", of(text));
  }

  /** Whether a text holds another, word by word. */
  public static boolean hold(String text, String part) {
    return (" " + plain(text) + " ").contains(" " + plain(part) + " ");
  }

  private static String singular(String word) {
    boolean plural = word.length() > SHORTEST_PLURAL && word.endsWith("s") && !word.endsWith("ss");
    return plural ? word.substring(0, word.length() - 1) : word;
  }
}

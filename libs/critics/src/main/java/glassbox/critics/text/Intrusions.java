package glassbox.critics.text;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What in a given text poses as something else than a question or material: fields of the scaffold,
 * control tokens, ids of evidence, records of verdicts, orders to whoever answers, claims of what
 * the answer is.
 *
 * <p>Nobody is stopped from writing that. It is no evidence: a number that stands nowhere else was
 * not given. Look-alikes count: full-width forms are folded, and a bracketed word of several
 * scripts poses as a field.
 */
public final class Intrusions {
  private static final Pattern MARK =
      Pattern.compile(
          "(?i)\\[\\s{0,3}(?:given|plan|compute|checks?|trace|answer|fix|repair|verify|commit)\\b[^\\]\\n"
              + "]{0,80}\\]|<\\|[^<>|\\n"
              + "]{1,40}\\|>");
  private static final Pattern BRACKETED =
      Pattern.compile("\\[\\s{0,3}(\\p{L}{2,40})[^\\]\\n]{0,80}\\]");
  private static final Pattern RECORD =
      Pattern.compile(
          "(?i)\\{[^{}]{0,300}\"(?:decision|answer|verdict|result|status|commit\\w{0,4}|critics?|csa|chi)\"[^{}]{0,300}\\}");
  private static final Pattern IDS =
      Pattern.compile("\\bt\\d{1,4}\\b(?:[\\s,;]{1,3}t\\d{1,4}\\b)+|\\bid\\s?=\\s?t\\d{1,4}\\b");
  private static final Pattern SENTENCE = Pattern.compile("[^\\n]+?(?:[.!?]+(?=\\s|$)|(?=\\n)|$)");
  private static final Pattern TAIL =
      Pattern.compile("[^\\n\\[\\]{}<]*?(?:[.!?]+(?=\\s|$)|(?=[\\n\\[\\]{}<])|$)");

  /** Who speaks, as it would stand in a transcript. */
  private static final String ROLE =
      "^\\W{0,3}(?:system|assistant|developer|critics?|gate|verifier|auditor|admin(?:istrator)?)\\s{0,2}:";

  /** What only the checks themselves say. */
  private static final String VERDICT =
      "\\bcritics?\\b.{0,30}\\b(?:pass(?:ed)?|approv\\w*|agree\\w*|accept\\w*|ok|verdict)\\b|\\bverdicts?\\s?(?:[:=]|is\\b)|\\bcsa\\s?[=:]|\\bchi\\s?[=:]|\\bthe"
          + " gate (?:is open|opened|has opened|passed)\\b"
          + "|\\b(?:checks?|constraints?|units|trace|tests?)\\s(?:are\\s|is\\s|have\\s|has\\s)?(?:ok|pass(?:ed)?|fine|done|verified)\\b|\\b(?:already|been|was|were|is|are)\\s(?:verified|approved|validated|pre-approved|checked"
          + " by)\\b|\\b(?:is|as|mark(?:ed)? (?:it|this)(?:"
          + " as)?|decision:?)\\s(?:already\\s)?committed\\b";

  private static final String ORDER =
      "\\b(?:ignore|disregard|forget|override|bypass|skip)\\b.{0,60}\\b(?:rules?|instructions?|steps?|checks?"
          + "|tools?|questions?|above|previous|prior|all|everything|before|context|documents?|numbers?)\\b|\\b(?:do"
          + " not|don't|never|no need"
          + " to|without)\\s(?:comput\\w*|calculat\\w*|check\\w*|verif\\w*|look\\w*"
          + "|us(?:e|ing)\\s(?:\\w+\\s)?tools?)"
          + "|\\b(?:and|then|just|only|simply|must|should|please|instead)\\s(?:answer|reply|respond|say|output|print|commit|conclude)\\b"
          + "|^\\W{0,3}(?:(?:please|just|now|then)\\s)?(?:answer|reply|respond|say|output|print|commit|conclude)\\b"
          + "[^?]{0,40}\\d[^?\\s]{0,20}\\s?\\w{0,12}(?:\\sand\\sstop)?[.!\"']{0,3}$";

  private static final String CLAIM =
      "\\b(?:correct|right|true|final|real|actual|expected|official)\\s(?:answer|result|value)\\b[^?]*$|\\b(?:answer|result)\\s?(?:is|was|be|should"
          + " be|must be|will be|=|:)\\s?[\"']?-?\\d";

  private static final Pattern POSING =
      Pattern.compile("(?i)" + ROLE + "|" + VERDICT + "|" + ORDER + "|" + CLAIM);

  /**
   * Several critics read the same question, at each ruling of a run. The scheduler has texts leave
   * memory a minute after their last use, whether or not others come.
   */
  private static final LoadingCache<String, String> CLEARED =
      Caffeine.newBuilder()
          .maximumWeight(4_000_000)
          .weigher((String text, String cleared) -> 64 + text.length())
          .expireAfterAccess(Duration.ofMinutes(1))
          .scheduler(Scheduler.systemScheduler())
          .executor(Runnable::run)
          .build(Intrusions::cleared);

  private Intrusions() {}

  /** Whether there is any. */
  public static boolean in(String text) {
    return !without(text).equals(text);
  }

  /** The text with blanks in their places, as long as it was. */
  public static String without(String text) {
    return CLEARED.get(text);
  }

  private static String cleared(String text) {
    BitSet posing = found(text);
    if (posing.isEmpty()) {
      return text;
    }
    StringBuilder left = new StringBuilder(text);
    posing.stream().filter(at -> text.charAt(at) != '\n').forEach(at -> left.setCharAt(at, ' '));
    return left.toString();
  }

  private static BitSet found(String text) {
    String plain = folded(text);
    BitSet found = new BitSet();
    for (Pattern pattern : List.of(RECORD, IDS)) {
      pattern.matcher(plain).results().forEach(match -> found.set(match.start(), match.end()));
    }
    for (int[] mark : marks(plain)) {
      found.set(mark[0], tail(plain, mark[1]));
    }
    Matcher sentence = SENTENCE.matcher(plain);
    while (sentence.find()) {
      if (POSING.matcher(sentence.group().strip()).find()) {
        found.set(sentence.start(), sentence.end());
      }
    }
    return found;
  }

  private static List<int[]> marks(String plain) {
    List<int[]> marks = new ArrayList<>();
    MARK.matcher(plain)
        .results()
        .forEach(match -> marks.add(new int[] {match.start(), match.end()}));
    Matcher bracketed = BRACKETED.matcher(plain);
    while (bracketed.find()) {
      long scripts =
          bracketed.group(1).codePoints().mapToObj(Character.UnicodeScript::of).distinct().count();
      if (scripts > 1) {
        marks.add(new int[] {bracketed.start(), bracketed.end()});
      }
    }
    return marks;
  }

  /**
   * Where what follows a mark ends: with its sentence, line or the next mark; and before a word
   * with a capital letter that begins something else, since a question may follow on the same line.
   */
  private static int tail(String plain, int from) {
    Matcher tail = TAIL.matcher(plain).region(from, plain.length());
    int end = tail.lookingAt() ? tail.end() : from;
    Matcher word = Pattern.compile("\\S+").matcher(plain).region(from, end);
    boolean first = true;
    while (word.find()) {
      boolean begins = Character.isUpperCase(word.group().codePointAt(0));
      boolean more = plain.substring(word.end(), end).strip().contains(" ");
      if (!first && begins && more) {
        return word.start();
      }
      first = false;
    }
    return end;
  }

  /** Full-width and other compatibility forms as plain ones, where that keeps the length. */
  private static String folded(String text) {
    if (Normalizer.isNormalized(text, Normalizer.Form.NFKC)) {
      return text;
    }
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      String one = Normalizer.normalize(text.substring(i, i + 1), Normalizer.Form.NFKC);
      folded.append(one.length() == 1 ? one.charAt(0) : text.charAt(i));
    }
    return folded.toString();
  }
}

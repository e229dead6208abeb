package glassbox.critics.contradiction;

import glassbox.critics.contradiction.Proposition.Limit;
import glassbox.critics.contradiction.Proposition.Quantifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** English words that the rules know. */
final class Lexicon {
  static final Set<String> STOP =
      set(
          "a an the of in on at to for with by from and or but as that this these those it its he"
              + " she they them his her their we our you your i me my be been being do does did"
              + " will there here so then thus hence therefore also very than which who whom what"
              + " when where how such s up out per each more most less fewer into over about"
              + " exactly total must can shall");

  static final Set<String> HEDGES =
      set("if unless suppose assume would could might maybe perhaps whether may should possibly");

  static final Set<String> NEGATORS = set("not cannot without neither nor");

  static final Map<String, Quantifier> QUANTIFIERS = new HashMap<>();

  static final Map<String, Limit> LIMITS = new HashMap<>();

  /** Attributes of which a thing has one. */
  static final Set<String> FUNCTIONAL =
      set(
          "capital name colour color author ceo founder birthplace date currency status type "
              + "owner president director headquarter language manufacturer supplier brand address "
              + "chairman successor predecessor winner mother father allergy unit");

  /** Kinds of which a thing is one at a time. */
  private static final List<Set<String>> EXCLUSIVE =
      List.of(
          set("monday tuesday wednesday thursday friday saturday sunday"),
          set("january february march april june july august september october november december"),
          set("red green blue yellow black white brown grey orange purple"));

  private static final Map<String, String> VERBS = new HashMap<>();
  private static final Map<String, Set<String>> ANTONYMS = new HashMap<>();

  static {
    quantifier(Quantifier.ALL, "all every always everyone everything both");
    quantifier(Quantifier.SOME, "some sometimes several many most few");
    quantifier(Quantifier.NONE, "no none nobody nothing never");
    limit(Limit.AT_MOST, "maximum max maximal limit", "at most", "up to");
    limit(Limit.AT_LEAST, "minimum min minimal", "at least");
    limit(Limit.VAGUE, "about approximately roughly around nearly almost between circa");
    verbs("be", "is are was were am isn aren wasn weren");
    verbs("have", "has have had");
    verbs("weigh", "weighs weigh weighed");
    verbs("cost", "costs cost");
    verbs("equal", "equals equal");
    verbs("contain", "contains contain contained");
    verbs("measure", "measures measured");
    verbs("take", "takes took");
    verbs("amount", "amounts amounted");
    antonyms(
        "increase/decrease increased/decreased rise/fall rose/fell grew/shrank hot/cold safe/unsafe"
            + " safe/dangerous open/closed alive/dead profit/loss buy/sell bought/sold high/low"
            + " present/absent accepted/rejected allowed/forbidden permitted/prohibited even/odd"
            + " true/false possible/impossible legal/illegal positive/negative higher/lower"
            + " above/below before/after inside/outside solid/liquid success/failure"
            + " succeeded/failed full/empty large/small big/small heavy/light long/short fast/slow"
            + " early/late strong/weak wet/dry active/inactive valid/invalid correct/incorrect"
            + " healthy/ill rich/poor old/new same/different male/female public/private"
            + " better/worse");
  }

  private Lexicon() {}

  static Optional<String> verb(String word) {
    return Optional.ofNullable(VERBS.get(word));
  }

  static boolean antonyms(String a, String b) {
    return ANTONYMS.getOrDefault(a, Set.of()).contains(b);
  }

  /** Whether both are of a kind of which only one can hold, such as days of the week. */
  static boolean exclusive(String a, String b) {
    return !a.equals(b)
        && EXCLUSIVE.stream().anyMatch(kind -> kind.contains(a) && kind.contains(b));
  }

  /** Strips possessives and plural endings; crude, the same on both sides. */
  static String stem(String lower) {
    String word = lower.endsWith("'s") ? lower.substring(0, lower.length() - 2) : lower;
    if (word.length() > 4 && word.endsWith("ies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    boolean plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss");
    return plural ? word.substring(0, word.length() - 1) : word;
  }

  private static void quantifier(Quantifier quantifier, String words) {
    set(words).forEach(word -> QUANTIFIERS.put(word, quantifier));
  }

  private static void limit(Limit limit, String words, String... phrases) {
    set(words).forEach(word -> LIMITS.put(word, limit));
    Arrays.asList(phrases).forEach(phrase -> LIMITS.put(phrase, limit));
  }

  private static void verbs(String lemma, String forms) {
    set(forms).forEach(form -> VERBS.put(form, lemma));
  }

  private static void antonyms(String pairs) {
    for (String pair : pairs.split(" ")) {
      String a = stem(pair.substring(0, pair.indexOf('/')));
      String b = stem(pair.substring(pair.indexOf('/') + 1));
      ANTONYMS.computeIfAbsent(a, key -> new HashSet<>()).add(b);
      ANTONYMS.computeIfAbsent(b, key -> new HashSet<>()).add(a);
    }
  }

  private static Set<String> set(String words) {
    return new HashSet<>(Arrays.asList(words.split(" ")));
  }
}

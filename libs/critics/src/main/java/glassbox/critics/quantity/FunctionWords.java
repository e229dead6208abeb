package glassbox.critics.quantity;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Words that matter to how a statement is read. */
final class FunctionWords {
  /** Their object is not the subject of what follows. */
  private static final Set<String> PREPOSITIONS =
      set(
          "at after in for by with from over within per on under above below every each than than "
              + "between to into during until before near via of");

  /** {@code mass of 2 kg}: these make the quantity the subject after all. */
  private static final Set<String> MEASURED =
      set(
          "mass weight length distance height width depth duration time volume area speed dose "
              + "price cost amount sum total temperature power energy force pressure");

  /** Operations that take the numbers beside them. */
  private static final Set<String> OPERATIONS =
      set(
          "log ln sqrt sin cos tan root mod modulo factorial twice half double triple square "
              + "squared cube cubed exp abs min max gcd lcm power third quarter remainder v");

  /** Make the numbers after {@code of}, {@code and}, {@code by} their arguments. */
  private static final Set<String> ARGUMENT_TAKERS =
      set(
          "sum product difference ratio average mean median add adding added multiply multiplying"
              + " multiplied divide dividing divided subtract subtracting subtracted square cube"
              + " root power gcd lcm between max min maximum minimum half third quarter log"
              + " remainder both");

  /** What follows is not asserted, or is no decimal number. */
  private static final Set<String> UNASSERTED =
      set(
          "if suppose supposing assume assuming not isn't aren't false wrong incorrect unless "
              + "binary hex hexadecimal octal modulo mod base untrue never whether");

  private static final Set<String> OPENERS =
      set("so that then and but because thus hence therefore since means i.e also is as");

  private static final Set<String> CONTINUES =
      set(
          "times plus minus of per squared cubed mod modulo x over divided multiplied million "
              + "billion thousand hundred more less fewer false wrong incorrect untrue not");

  private static final Set<String> CLAUSE_ENDS =
      set(
          "and but so because since which in as when if thus hence then total altogether exactly "
              + "therefore while although too each overall again after for");

  private static final Set<String> OTHERS =
      set(
          "is are was were be equals equal equivalent to makes make gives give yields yield becomes"
              + " become comes amounts corresponds has have contains the this these those there"
              + " about approximately roughly around nearly almost exactly just converts sums adds"
              + " or same what how why who where will would can could should may might must must do"
              + " does did nor yet");

  private static final Set<String> ALL = new HashSet<>();

  static {
    for (Set<String> words :
        Arrays.asList(
            PREPOSITIONS, OPERATIONS, UNASSERTED, OPENERS, CONTINUES, CLAUSE_ENDS, OTHERS)) {
      ALL.addAll(words);
    }
  }

  private FunctionWords() {}

  static boolean contains(String word) {
    return ALL.contains(lower(word));
  }

  static boolean preposition(Token token) {
    return in(PREPOSITIONS, token);
  }

  static boolean measured(Token token) {
    return in(MEASURED, token);
  }

  static boolean operation(Token token) {
    return in(OPERATIONS, token);
  }

  static boolean takesArguments(Token token) {
    return in(ARGUMENT_TAKERS, token);
  }

  static boolean unasserted(Token token) {
    return in(UNASSERTED, token);
  }

  static boolean opener(Token token) {
    return in(OPENERS, token);
  }

  static boolean continues(Token token) {
    return in(CONTINUES, token);
  }

  static boolean clauseEnd(Token token) {
    return in(CLAUSE_ENDS, token);
  }

  private static boolean in(Set<String> words, Token token) {
    return token.is(Token.Kind.WORD) && words.contains(lower(token.text()));
  }

  private static String lower(String word) {
    return word.length() > 16 ? "" : word.toLowerCase(Locale.ROOT);
  }

  private static Set<String> set(String words) {
    return new HashSet<>(Arrays.asList(words.split(" ")));
  }
}

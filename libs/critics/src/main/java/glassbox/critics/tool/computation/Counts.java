package glassbox.critics.tool.computation;

import glassbox.critics.quantity.Figures;
import glassbox.critics.text.Words;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody has left who has some, gives some and gets some; and so many of so many each. */
final class Counts {
  private static final String NUMBER = "(\\d{1,9})";
  private static final Pattern ASKS = Pattern.compile("(?i)\\bhow many (\\p{L}+)");
  private static final Pattern HAS =
      Pattern.compile("(?i)\\b(?:has|had|have|owns|owned)\\s+" + NUMBER + "\\b");
  private static final String LESS =
      "gives?(?: away)?|gave(?: away)?|loses?|lost|eats?|ate|sells?|sold|breaks?|broke|donates?d?";
  private static final String MORE =
      "buys?|bought|finds?|found|gets?|got|receives?d?|wins?|won|collects?|collected|picks?(?:"
          + " up)?";
  private static final Pattern STEP =
      Pattern.compile(
          "(?i)\\b(?:("
              + LESS
              + ")|("
              + MORE
              + "))\\b(?:\\s+(?:another|only|just))?(?:\\s+"
              + NUMBER
              + "\\b)?(?:\\s+(?:more|of them))?");
  private static final List<Pattern> EACH =
      List.of(
          Pattern.compile(
              "(?i)\\b"
                  + NUMBER
                  + " (\\p{L}+) (?:with|of|holding) "
                  + NUMBER
                  + "\\b(?: \\p{L}+)?( each)?"),
          Pattern.compile(
              "(?i)\\b(?:each|every) (\\p{L}+) (?:holds|has|contains) "
                  + NUMBER
                  + "\\b[^?]{1,60}\\b"
                  + NUMBER
                  + " (\\p{L}+)"));
  private static final Pattern OTHERWISE =
      Pattern.compile(
          "(?i)\\b(?:half|halves|third|quarter|doubles?d?|twice|left|remain\\w*|fewer|less|lost|broken"
              + "|gives?|except|without|per|share[sd]?|among|between|empty|needed|full|for|costs?)\\b|%");

  private Counts() {}

  static OptionalDouble left(String prompt) {
    List<MatchResult> has = HAS.matcher(prompt).results().toList();
    List<MatchResult> steps = STEP.matcher(prompt).results().toList();
    boolean told =
        ASKS.matcher(prompt).find()
            && has.size() == 1
            && !steps.isEmpty()
            && steps.stream().allMatch(step -> step.group(3) != null)
            && Figures.written(prompt).size() == 1 + steps.size()
            && !Pattern.compile("(?i)\\b(?:for|at|each|per|times)\\b|%").matcher(prompt).find();
    if (!told || steps.getFirst().start() < has.getFirst().start()) {
      return OptionalDouble.empty();
    }
    double count = Double.parseDouble(has.getFirst().group(1));
    for (MatchResult step : steps) {
      double number = Double.parseDouble(step.group(3));
      count += step.group(1) != null ? -number : number;
    }
    return OptionalDouble.of(count);
  }

  static OptionalDouble each(String prompt) {
    Matcher asks = ASKS.matcher(prompt);
    boolean two = Figures.written(prompt).size() == 2 && !OTHERWISE.matcher(prompt).find();
    if (!two || !asks.find()) {
      return OptionalDouble.empty();
    }
    String asked = Words.plain(asks.group(1));
    Matcher first = EACH.getFirst().matcher(prompt);
    Matcher second = EACH.getLast().matcher(prompt);
    if (first.find()) {
      boolean things = first.group(4) != null || !prompt.substring(first.end()).contains(" ");
      return things && !Words.plain(first.group(2)).equals(asked)
          ? product(first.group(1), first.group(3))
          : OptionalDouble.empty();
    }
    boolean holders =
        second.find()
            && Words.plain(second.group(4)).startsWith(Words.plain(second.group(1)))
            && !Words.plain(second.group(4)).equals(asked);
    return holders ? product(second.group(2), second.group(3)) : OptionalDouble.empty();
  }

  private static OptionalDouble product(String a, String b) {
    return OptionalDouble.of(Double.parseDouble(a) * Double.parseDouble(b));
  }
}

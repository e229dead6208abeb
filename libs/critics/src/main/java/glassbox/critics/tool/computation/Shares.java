package glassbox.critics.tool.computation;

import glassbox.critics.quantity.Figures;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Means, changes in percent, and profits, of all numbers of a question. */
final class Shares {
  private static final String NUMBER = "(\\d+(?:\\.\\d+)?)";
  private static final Pattern MEAN =
      Pattern.compile(
          "(?i)\\b(?:mean|average) of\\s+("
              + NUMBER
              + "(?:\\s*(?:,|and|, and)\\s*\\d+(?:\\.\\d+)?){1,20})\\s*[.?!]?\\s*$");
  private static final Pattern CHANGE =
      Pattern.compile(
          "(?i)\\bfrom\\s+(?:\\p{Sc}\\s?)?"
              + NUMBER
              + "(?:\\s+\\p{L}{1,12}){0,2}\\s+to\\s+(?:\\p{Sc}\\s?)?"
              + NUMBER);
  private static final Pattern CHANGES =
      Pattern.compile(
          "(?i)\\b(?:r[oi]se[sn]?|rising|gr[eo]ws?|growth|grown|increase[sd]?|fe?a?lls?|fallen"
              + "|drop(?:s|ped)?|decrease[sd]?|decline[sd]?|change[sd]?|shrank|shrunk|shrinks)\\b");
  private static final Pattern SUPPOSED =
      Pattern.compile("(?i)\\b(?:would|should|must|if|again|back|a year|per year|annual\\w*)\\b");
  private static final Pattern PERCENT = Pattern.compile("(?i)%|\\bper ?cent\\b|\\bpercentage\\b");
  private static final Pattern REVENUE =
      Pattern.compile(
          "(?i)\\b(?:revenues?|sales|turnover|income|takings)\\b[^\\d.?!]{1,20}" + NUMBER);
  private static final Pattern COSTS =
      Pattern.compile("(?i)\\b(?:costs?|expenses|spending)\\b[^\\d.?!]{1,20}" + NUMBER);
  private static final Pattern PROFIT =
      Pattern.compile("(?i)\\bprofit\\b(?! (?:margin|tax|share|after|per))");
  private static final Pattern TAX =
      Pattern.compile("(?i)\\b(?:tax\\w*|margin|each|unit|share|per|rate|loss\\w*)\\b|%");

  private Shares() {}

  static OptionalDouble mean(String prompt) {
    Matcher mean = MEAN.matcher(prompt);
    List<String> all = Figures.written(prompt);
    if (!mean.find() || all.size() != Figures.written(mean.group(1)).size()) {
      return OptionalDouble.empty();
    }
    return all.stream().mapToDouble(n -> Double.parseDouble(n.replace(",", ""))).average();
  }

  /** A fall may be stated as one, without a sign: what is left is its size. */
  static OptionalDouble change(String prompt) {
    Matcher change = CHANGE.matcher(prompt);
    boolean asked =
        PERCENT.matcher(prompt).find()
            && CHANGES.matcher(prompt).find()
            && !SUPPOSED.matcher(prompt).find()
            && Figures.written(prompt).size() == 2;
    if (!asked || !change.find()) {
      return OptionalDouble.empty();
    }
    double from = Double.parseDouble(change.group(1));
    double to = Double.parseDouble(change.group(2));
    return to >= from && from > 0
        ? OptionalDouble.of((to - from) / from * 100)
        : OptionalDouble.empty();
  }

  static OptionalDouble profit(String prompt) {
    Matcher revenue = REVENUE.matcher(prompt);
    Matcher costs = COSTS.matcher(prompt);
    boolean asked =
        PROFIT.matcher(prompt).find()
            && !TAX.matcher(prompt).find()
            && Figures.written(prompt).size() == 2;
    return asked && revenue.find() && costs.find()
        ? OptionalDouble.of(
            Double.parseDouble(revenue.group(1)) - Double.parseDouble(costs.group(1)))
        : OptionalDouble.empty();
  }
}

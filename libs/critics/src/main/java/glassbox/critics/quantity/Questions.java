package glassbox.critics.quantity;

import glassbox.critics.text.Sentence;
import java.util.List;
import java.util.regex.Pattern;

/** What kind of answer a question wants, as far as its words tell. */
public final class Questions {
  private static final Pattern CHOICE =
      Pattern.compile(
          "(?i)\\b(?:which|who|whom|whose|whether|or|when|where|why|than|compare|judge)\\b");
  private static final Pattern VERDICT =
      Pattern.compile(
          "(?i)^\\W{0,3}(?:is|are|was|were|am|do|does|did|can|could|will|would|shall|should|may|might|must|has|have|had|mark|check|verify|confirm|prove|show"
              + " that)\\b");
  private static final Pattern ORDERS =
      Pattern.compile(
          "(?i)^\\W{0,3}(?:add|calculate|compute|convert|count|describe|determine|estimate|evaluate"
              + "|explain|express|find|give|list|multiply|name|plan|run|show|state|subtract|sum|tell|turn|use|what|with|work"
              + " out|write)\\b");

  private Questions() {}

  /** Whether a verdict, a name, a time or place, or one of several things is asked for. */
  public static boolean choice(String prompt) {
    return CHOICE.matcher(prompt).find() || verdict(prompt);
  }

  /** Whether yes or no, right or wrong is asked for. */
  public static boolean verdict(String prompt) {
    return Sentence.split(prompt).stream().anyMatch(s -> VERDICT.matcher(s.text()).find());
  }

  /** The sentences that ask or order; the last one where none does. */
  public static List<Sentence> asking(String prompt) {
    List<Sentence> all = Sentence.split(prompt);
    List<Sentence> asking =
        all.stream().filter(s -> s.question() || ORDERS.matcher(s.text()).find()).toList();
    return asking.isEmpty() && !all.isEmpty() ? List.of(all.getLast()) : asking;
  }
}

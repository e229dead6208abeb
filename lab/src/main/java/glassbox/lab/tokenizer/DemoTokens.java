package glassbox.lab.tokenizer;

import java.util.List;
import java.util.regex.Pattern;

/** The special tokens of the demo models; their order gives their ids. */
public final class DemoTokens {

  public static final String END = "<|end|>";
  public static final String BEGIN = "<|begin|>";
  public static final String SYSTEM = "<|system|>";
  public static final String CONTEXT = "<|context|>";
  public static final String USER = "<|user|>";
  public static final String ANSWER = "<|answer|>";

  /** Field markers, in the order in which an answer has them. */
  public static final String GIVEN = "[Given]";

  public static final String PLAN = "[Plan]";
  public static final String COMPUTE = "[Compute]";
  public static final String CHECKS = "[Checks]";
  public static final String TRACE = "[Trace]";
  public static final String ANSWER_FIELD = "[Answer]";

  /** Opens a tool call within an answer. */
  public static final String CALL = "<|call|>";

  /** Ends a tool call; what follows, up to {@link #DONE}, is the tool's and not the model's. */
  public static final String RESULT = "<|result|>";

  /** Ends a tool's output. */
  public static final String DONE = "<|done|>";

  /** All of them: the template's, the scaffold's field markers, the marks of a tool call. */
  public static final List<String> ALL =
      List.of(
          END,
          BEGIN,
          SYSTEM,
          CONTEXT,
          USER,
          ANSWER,
          GIVEN,
          PLAN,
          COMPUTE,
          CHECKS,
          TRACE,
          ANSWER_FIELD,
          CALL,
          RESULT,
          DONE);

  /** Id of {@link #END} in every demo model. */
  public static final int END_ID = 0;

  private static final Pattern MARKER =
      Pattern.compile(String.join("|", ALL.stream().map(Pattern::quote).toList()));

  private DemoTokens() {}

  /** The text between markers. */
  public static List<String> between(String text) {
    return MARKER.splitAsStream(text).filter(part -> !part.isEmpty()).toList();
  }
}

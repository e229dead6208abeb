package glassbox.lab.tokenizer;

import java.util.List;

/** The special tokens of the demo models; their order gives their ids. */
public final class DemoTokens {

  public static final String END = "<|end|>";
  public static final String BEGIN = "<|begin|>";
  public static final String SYSTEM = "<|system|>";
  public static final String CONTEXT = "<|context|>";
  public static final String USER = "<|user|>";
  public static final String ANSWER = "<|answer|>";

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
          "[Given]",
          "[Plan]",
          "[Compute]",
          "[Checks]",
          "[Trace]",
          "[Answer]",
          CALL,
          RESULT,
          DONE);

  /** Id of {@link #END} in every demo model. */
  public static final int END_ID = 0;

  private DemoTokens() {}
}

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

  /** All of them: the template's, then the scaffold's field markers. */
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
          "[Answer]");

  /** Id of {@link #END} in every demo model. */
  public static final int END_ID = 0;

  private DemoTokens() {}
}

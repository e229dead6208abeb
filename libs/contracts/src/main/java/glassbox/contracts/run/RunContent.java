package glassbox.contracts.run;

import glassbox.contracts.trace.RunTrace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Text of a run, kept only where its tenant opted in.
 *
 * @param salt 32 random bytes, lower-case hex; the envelope's commitments are made with it, and it
 *     is kept and erased with the text alone
 * @param system system prompt
 * @param context given with the prompt
 * @param prompt as it was sent
 * @param answer as it was given
 * @param tokens the tokens of the answer's pass
 * @param trace the run's evidence; null where it has none
 */
public record RunContent(
    String salt,
    @Nullable String system,
    @Nullable String context,
    String prompt,
    String answer,
    List<String> tokens,
    @Nullable RunTrace trace) {

  public RunContent {
    tokens = List.copyOf(tokens);
  }

  /** The texts of a run without evidence. */
  public RunContent(
      String salt,
      @Nullable String system,
      @Nullable String context,
      String prompt,
      String answer,
      List<String> tokens) {
    this(salt, system, context, prompt, answer, tokens, null);
  }
}

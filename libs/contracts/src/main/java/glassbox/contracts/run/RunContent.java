package glassbox.contracts.run;

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
 * @param tokens the answer's tokens
 */
public record RunContent(
    String salt,
    @Nullable String system,
    @Nullable String context,
    String prompt,
    String answer,
    List<String> tokens) {

  public RunContent {
    tokens = List.copyOf(tokens);
  }
}

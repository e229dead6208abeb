package glassbox.engine.federation;

import org.jspecify.annotations.Nullable;

/**
 * The texts of a prompt. None of them can produce a special token.
 *
 * @param system system prompt; null for none
 * @param context what the answer should rest on; null for none
 * @param prompt the question
 */
public record PromptText(@Nullable String system, @Nullable String context, String prompt) {

  /** A question alone. */
  public static PromptText of(String prompt) {
    return new PromptText(null, null, prompt);
  }
}

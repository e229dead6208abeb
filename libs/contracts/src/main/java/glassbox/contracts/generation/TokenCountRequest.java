package glassbox.contracts.generation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks how many tokens texts take. Special-token strings in them stay plain text.
 *
 * @param federation registry alias
 * @param system system prompt
 * @param context text the answer should rest on
 * @param prompt the question
 * @param room tokens of the window to keep free for an answer, as a {@link Continuation} would
 * @param texts each counted alone
 */
public record TokenCountRequest(
    String federation,
    @Nullable String system,
    @Nullable String context,
    String prompt,
    int room,
    List<String> texts) {

  public TokenCountRequest {
    texts = List.copyOf(texts);
  }
}

package glassbox.contracts.generation;

import java.util.List;

/** Tokens of a whole prompt with its template, and of each text. */
public record TokenCount(int prompt, List<Integer> texts) {
  public TokenCount {
    texts = List.copyOf(texts);
  }
}

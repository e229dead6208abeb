package glassbox.esi.decoding;

import java.util.List;

/**
 * What a segment wrote.
 *
 * @param tokens the forced ones first
 * @param finish what ended it
 */
public record Written(List<Token> tokens, Finish finish) {
  public Written {
    tokens = List.copyOf(tokens);
  }
}

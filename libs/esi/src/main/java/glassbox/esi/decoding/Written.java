package glassbox.esi.decoding;

import java.time.Duration;
import java.util.List;

/**
 * What a segment wrote.
 *
 * @param tokens the forced ones first
 * @param finish what ended it
 * @param forced time that the forced ones took
 */
public record Written(List<Token> tokens, Finish finish, Duration forced) {
  public Written {
    tokens = List.copyOf(tokens);
  }
}

package glassbox.contracts.run;

import glassbox.contracts.generation.TokenAttribution;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a run's tokens; {@code next} is the opaque cursor of the following page. */
public record TokenPage(List<TokenAttribution> tokens, @Nullable String next) {
  public TokenPage {
    tokens = List.copyOf(tokens);
  }
}

package glassbox.contracts.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Text of a run, kept only where its tenant opted in. {@code tokens} are the answer's tokens. */
public record RunContent(
    @Nullable String system,
    @Nullable String context,
    String prompt,
    String answer,
    List<String> tokens) {

  public RunContent {
    tokens = List.copyOf(tokens);
  }
}

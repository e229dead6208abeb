package glassbox.critics;

import java.util.List;
import java.util.Optional;

/**
 * An answer with everything it may rest on.
 *
 * @param prompt the question
 * @param context what the answer should rest on, if anything was given
 * @param answer the text judged; offsets of findings are UTF-16 offsets into it
 * @param fragments evidence that this server issued
 * @param claims claims with the evidence they name; empty when the run keeps no trace
 */
public record Draft(
    String prompt,
    Optional<String> context,
    String answer,
    List<Fragment> fragments,
    List<Claim> claims) {

  public Draft {
    fragments = List.copyOf(fragments);
    claims = List.copyOf(claims);
  }

  /** A draft with neither context nor trace. */
  public static Draft of(String prompt, String answer) {
    return new Draft(prompt, Optional.empty(), answer, List.of(), List.of());
  }
}

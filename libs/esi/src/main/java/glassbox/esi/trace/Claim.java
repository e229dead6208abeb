package glassbox.esi.trace;

import java.util.List;

/**
 * Something the answer states, with the fragments it names.
 *
 * @param id of the claim, unique within the run
 * @param text what is stated
 * @param supports ids of fragments
 */
public record Claim(String id, String text, List<String> supports) {
  public Claim {
    supports = List.copyOf(supports);
  }
}

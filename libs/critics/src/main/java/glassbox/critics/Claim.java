package glassbox.critics;

import java.util.List;

/** A claim of the answer with the ids of the fragments that it names as support. */
public record Claim(String id, String text, List<String> supports) {
  public Claim {
    supports = List.copyOf(supports);
  }
}

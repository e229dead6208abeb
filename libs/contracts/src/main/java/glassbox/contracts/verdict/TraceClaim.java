package glassbox.contracts.verdict;

import java.util.List;

/** A claim of the answer with the ids of the fragments that support it. */
public record TraceClaim(String id, String text, List<String> supports) {
  public TraceClaim {
    supports = List.copyOf(supports);
  }
}

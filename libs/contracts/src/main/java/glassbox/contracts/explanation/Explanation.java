package glassbox.contracts.explanation;

import java.util.List;

/**
 * The occlusion explanation of an answer.
 *
 * @param tier {@code gradient}: deterministic occlusion
 * @param method what was measured, in words
 * @param baseScore log-probability of the answer given everything, nats
 * @param units importances, in text order
 * @param quality how good it is
 * @param cost what it cost
 */
public record Explanation(
    String tier,
    String method,
    double baseScore,
    List<UnitImportance> units,
    ExplanationQuality quality,
    ExplanationCost cost) {

  public Explanation {
    units = List.copyOf(units);
  }
}

package glassbox.critics.score;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code sigmoid(intercept + sum_j weight_j z_j)} over standardised signals.
 *
 * @param name such as {@code hallucination}
 * @param version of the fit
 * @param intercept in logits
 * @param threshold score from which on it is flagged, in (0, 1)
 * @param calibration of the score
 * @param signals each once
 */
public record LogisticModel(
    String name,
    String version,
    double intercept,
    double threshold,
    Calibration calibration,
    List<SignalWeight> signals) {

  public LogisticModel {
    signals = List.copyOf(signals);
    if (!Double.isFinite(intercept) || !(threshold > 0 && threshold < 1)) {
      throw new IllegalArgumentException(
          name + " needs a finite intercept and a threshold in (0, 1)");
    }
    if (signals.stream().map(SignalWeight::signal).distinct().count() != signals.size()) {
      throw new IllegalArgumentException(name + " weighs a signal twice");
    }
  }

  /** The same model that flags from another score on. */
  public LogisticModel flaggingFrom(double score) {
    return new LogisticModel(name, version, intercept, score, calibration, signals);
  }

  /** The score of one run. Signals that the model does not know are left out. */
  public Scored score(Map<String, Double> raw) {
    List<Contribution> parts =
        signals.stream().map(weight -> part(weight, raw.get(weight.signal()))).toList();
    double logit = intercept + parts.stream().mapToDouble(Contribution::contribution).sum();
    return new Scored(this, logit, parts);
  }

  private static Contribution part(SignalWeight weight, @Nullable Double raw) {
    if (raw == null || !Double.isFinite(raw)) {
      return new Contribution(weight.signal(), null, 0, weight.weight(), 0);
    }
    double z = weight.standardised(raw);
    return new Contribution(weight.signal(), raw, z, weight.weight(), z * weight.weight());
  }
}

package glassbox.critics.score;

import glassbox.critics.Draft;
import glassbox.critics.Verdict;
import glassbox.critics.chi.Chi;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Signals of an answer that nothing supports: how sure the models were, how far they disagreed, how
 * well the answer is covered by what it was given, and what the critics said.
 */
public final class HallucinationSignals {

  private HallucinationSignals() {}

  /**
   * The signals that could be measured, by name.
   *
   * @param tokens one a token of the answer
   */
  public static Map<String, Double> of(
      Draft draft, List<TokenMeasure> tokens, List<Verdict> verdicts, Optional<Chi> chi) {
    var signals = new LinkedHashMap<String, Double>();
    put(signals, "log_prob_mean", mean(tokens, TokenMeasure::logProb));
    put(signals, "log_prob_min", fold(tokens, TokenMeasure::logProb, Math::min));
    put(signals, "entropy_mean", mean(tokens, TokenMeasure::entropy));
    put(signals, "entropy_max", fold(tokens, TokenMeasure::entropy, Math::max));
    put(signals, "disagreement_mean", mean(tokens, TokenMeasure::disagreement));
    put(signals, "disagreement_max", fold(tokens, TokenMeasure::disagreement, Math::max));
    put(signals, "delta_mean", mean(tokens, TokenMeasure::delta));
    chi.ifPresent(
        known -> {
          signals.put("chi_collapse", known.collapse());
          signals.put("chi_loop", known.loop());
          signals.put("chi_contradiction", known.contradiction());
        });
    put(signals, "flagged", flagged(verdicts));
    Coverage.of(draft).ifPresent(coverage -> coverage.addTo(signals));
    return signals;
  }

  private static void put(Map<String, Double> signals, String name, @Nullable Double value) {
    if (value != null) {
      signals.put(name, value);
    }
  }

  private static @Nullable Double mean(
      List<TokenMeasure> tokens, Function<TokenMeasure, @Nullable Double> part) {
    double[] values =
        tokens.stream().map(part).filter(Objects::nonNull).mapToDouble(v -> v).toArray();
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return values.length == 0 ? null : sum / values.length;
  }

  private static @Nullable Double fold(
      List<TokenMeasure> tokens,
      Function<TokenMeasure, @Nullable Double> part,
      DoubleBinaryOperator fold) {
    return tokens.stream()
        .map(part)
        .filter(Objects::nonNull)
        .reduce(fold::applyAsDouble)
        .orElse(null);
  }

  /** Share of the critics that could judge which objected. */
  private static @Nullable Double flagged(List<Verdict> verdicts) {
    long cast = verdicts.stream().filter(v -> !(v instanceof Verdict.Unavailable)).count();
    long against = verdicts.stream().filter(Verdict.Flagged.class::isInstance).count();
    return cast == 0 ? null : (double) against / cast;
  }
}

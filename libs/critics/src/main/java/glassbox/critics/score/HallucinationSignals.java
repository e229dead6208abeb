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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Signals of an answer that nothing supports: how sure the models were, how far they disagreed, how
 * well the answer is covered by what it was given, and what the critics said.
 *
 * <p>Where the answer has fields, the models' doubt is that over the answer's own field: the words
 * around a step of a draft may as well be others. Numbers of the draft count, by themselves.
 */
public final class HallucinationSignals {

  /** Critics that take part, by name; a later critic changes no score that is already fitted. */
  public static final List<String> CRITICS = List.of("units", "contradiction");

  private HallucinationSignals() {}

  /**
   * The signals that could be measured, by name.
   *
   * @param tokens one a token of the answer, in order
   * @param verdicts by the critic's name; those of other critics than {@link #CRITICS} are left out
   */
  public static Map<String, Double> of(
      Draft draft, List<TokenMeasure> tokens, Map<String, Verdict> verdicts, Optional<Chi> chi) {
    var signals = new LinkedHashMap<String, Double>();
    List<TokenMeasure> answer = answer(tokens);
    put(signals, "log_prob_mean", mean(answer, TokenMeasure::logProb));
    put(signals, "log_prob_min", fold(answer, TokenMeasure::logProb, Math::min));
    put(signals, "entropy_mean", mean(answer, TokenMeasure::entropy));
    put(signals, "entropy_max", fold(answer, TokenMeasure::entropy, Math::max));
    put(signals, "disagreement_mean", mean(answer, TokenMeasure::disagreement));
    put(signals, "disagreement_max", fold(answer, TokenMeasure::disagreement, Math::max));
    put(signals, "delta_mean", mean(answer, TokenMeasure::delta));
    List<TokenMeasure> numbers = tokens.stream().filter(TokenMeasure::number).toList();
    put(signals, "number_log_prob_min", fold(numbers, TokenMeasure::logProb, Math::min));
    put(signals, "number_entropy_max", fold(numbers, TokenMeasure::entropy, Math::max));
    chi.ifPresent(
        known -> {
          signals.put("chi_collapse", known.collapse());
          signals.put("chi_loop", known.loop());
          signals.put("chi_contradiction", known.contradiction());
        });
    for (String critic : CRITICS) {
      put(signals, "flagged_" + critic, flagged(verdicts.get(critic)));
    }
    String said = text(draft.answer(), tokens, answer);
    Coverage.of(draft.context(), draft.prompt(), said)
        .ifPresent(coverage -> coverage.addTo(signals));
    if (answer.size() < tokens.size()) {
      String worked = joined(tokens.subList(0, tokens.size() - answer.size()));
      Derivation.of(draft.prompt() + "\n" + draft.context().orElse("") + "\n" + worked, said)
          .addTo(signals);
    }
    return signals;
  }

  /** The tokens behind the last mark of the answer's field; all of them where there is none. */
  private static List<TokenMeasure> answer(List<TokenMeasure> tokens) {
    for (int i = tokens.size() - 1; i >= 0; i--) {
      if (tokens.get(i).opensAnswer() && i + 1 < tokens.size()) {
        return tokens.subList(i + 1, tokens.size());
      }
    }
    return tokens;
  }

  private static String text(String whole, List<TokenMeasure> tokens, List<TokenMeasure> answer) {
    return answer.size() == tokens.size() ? whole : joined(answer);
  }

  private static String joined(List<TokenMeasure> tokens) {
    return tokens.stream()
        .map(TokenMeasure::text)
        .filter(Objects::nonNull)
        .collect(Collectors.joining());
  }

  private static void put(Map<String, Double> signals, String name, @Nullable Double value) {
    if (value != null) {
      signals.put(name, value);
    }
  }

  private static @Nullable Double mean(
      List<TokenMeasure> tokens, Function<TokenMeasure, @Nullable Double> part) {
    double sum = 0;
    int count = 0;
    for (TokenMeasure token : tokens) {
      Double value = token.measured() ? part.apply(token) : null;
      if (value != null) {
        sum += value;
        count++;
      }
    }
    return count == 0 ? null : sum / count;
  }

  private static @Nullable Double fold(
      List<TokenMeasure> tokens,
      Function<TokenMeasure, @Nullable Double> part,
      DoubleBinaryOperator fold) {
    return tokens.stream()
        .filter(TokenMeasure::measured)
        .map(part)
        .filter(Objects::nonNull)
        .reduce(fold::applyAsDouble)
        .orElse(null);
  }

  /** 1 where it objected, 0 where it did not; null where it could not judge or did not vote. */
  private static @Nullable Double flagged(@Nullable Verdict verdict) {
    return switch (verdict) {
      case null -> null;
      case Verdict.Unavailable _ -> null;
      case Verdict.Flagged _ -> 1.0;
      case Verdict.Passed _ -> 0.0;
    };
  }
}

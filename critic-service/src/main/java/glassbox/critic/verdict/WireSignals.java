package glassbox.critic.verdict;

import glassbox.contracts.verdict.TokenSignal;
import glassbox.critics.chi.Signal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Token signals from the wire. */
final class WireSignals {
  private WireSignals() {}

  /** Normalised entropies over 1 by rounding are taken as 1. */
  static List<Signal> of(List<TokenSignal> signals) {
    return signals.stream()
        .map(
            s ->
                new Signal(
                    s.tokenId(),
                    Optional.ofNullable(s.text()),
                    Math.clamp(s.normalizedEntropy(), 0, 1),
                    kind(s.kind()),
                    embedding(s.embedding())))
        .toList();
  }

  private static Optional<Signal.Kind> kind(TokenSignal.@Nullable Kind kind) {
    return kind == null
        ? Optional.empty()
        : Optional.of(
            switch (kind) {
              case DRAFT -> Signal.Kind.DRAFT;
              case FREE -> Signal.Kind.FREE;
              case FORCED -> Signal.Kind.FORCED;
              case OTHER -> Signal.Kind.OTHER;
              case REPLACED -> Signal.Kind.REPLACED;
            });
  }

  private static Optional<float[]> embedding(@Nullable List<Double> numbers) {
    if (numbers == null || numbers.isEmpty()) {
      return Optional.empty();
    }
    float[] embedding = new float[numbers.size()];
    for (int i = 0; i < embedding.length; i++) {
      embedding[i] = numbers.get(i).floatValue();
    }
    return Optional.of(embedding);
  }
}

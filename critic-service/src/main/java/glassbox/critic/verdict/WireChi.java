package glassbox.critic.verdict;

import glassbox.critics.chi.Chi;
import glassbox.critics.chi.Ewma;
import glassbox.critics.chi.Rate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Chi for the wire. */
final class WireChi {
  private WireChi() {}

  /** Chi with its moving average where an earlier one is known. */
  static glassbox.contracts.verdict.@Nullable Chi of(Optional<Chi> chi, @Nullable Double before) {
    return chi.map(c -> of(c, before)).orElse(null);
  }

  private static glassbox.contracts.verdict.Chi of(Chi c, @Nullable Double before) {
    Double average =
        before == null ? null : Ewma.DEFAULT.next(OptionalDouble.of(before), c.value());
    return new glassbox.contracts.verdict.Chi(
        c.value(),
        c.collapse(),
        c.loop(),
        c.contradiction(),
        rate(c.loopRate()),
        rate(c.contradictionRate()),
        c.meanNormalizedEntropy(),
        c.diffuse(),
        c.withoutFree()
            .map(
                w ->
                    new glassbox.contracts.verdict.Chi.WithoutFree(
                        w.value(), w.collapse(), w.meanNormalizedEntropy(), w.tokens()))
            .orElse(null),
        average);
  }

  /** A rate with its interval. */
  static glassbox.contracts.verdict.Rate rate(Rate rate) {
    return new glassbox.contracts.verdict.Rate(
        rate.count(), rate.total(), rate.value(), rate.low(), rate.high());
  }
}

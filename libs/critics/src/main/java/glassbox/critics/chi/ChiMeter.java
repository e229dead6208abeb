package glassbox.critics.chi;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Chi while tokens arrive: constant work a token, amortised. Not safe for several threads.
 *
 * <p>{@link #value} after the last token is {@link Chi#of} of them all.
 */
public final class ChiMeter {
  private final ChiSettings settings;
  private final EntropyMeter entropy;
  private final LoopMeter loops;

  public ChiMeter(ChiSettings settings) {
    this.settings = settings;
    this.entropy = new EntropyMeter(settings.entropyWindow());
    this.loops = new LoopMeter(settings);
  }

  /** Takes the next token. */
  public void add(Signal signal) {
    entropy.add(signal);
    if (signal.stands()) {
      loops.add(signal);
    }
  }

  /**
   * Chi of the tokens so far.
   *
   * @param contradictions C: failed checks of all checks that critics issued
   * @return empty before the first token: chi is then unknown, not low
   */
  public Optional<Chi> value(Rate contradictions) {
    OptionalDouble mean = entropy.mean();
    if (mean.isEmpty()) {
      return Optional.empty();
    }
    Rate rate = loops.rate();
    double collapse = collapse(mean.getAsDouble());
    double loop = settings.loopWeight() * rate.value();
    double contradiction = settings.contradictionWeight() * contradictions.value();
    return Optional.of(
        new Chi(
            Math.clamp(collapse + loop + contradiction, 0, 1),
            collapse,
            loop,
            contradiction,
            rate,
            contradictions,
            mean.getAsDouble(),
            mean.getAsDouble() > settings.diffuse(),
            withoutFree(loop + contradiction)));
  }

  private Optional<Chi.WithoutFree> withoutFree(double rest) {
    OptionalDouble settled = entropy.settled();
    if (settled.isEmpty()) {
      return Optional.empty();
    }
    double collapse = collapse(settled.getAsDouble());
    return Optional.of(
        new Chi.WithoutFree(
            Math.clamp(collapse + rest, 0, 1),
            collapse,
            settled.getAsDouble(),
            entropy.settledTokens()));
  }

  private double collapse(double mean) {
    return settings.collapseWeight() * (1 - mean);
  }
}

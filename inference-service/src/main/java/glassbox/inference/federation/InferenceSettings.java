package glassbox.inference.federation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much this service does at once.
 *
 * @param concurrency passes that run at the same time; 0 for one a core
 * @param waitLimit how long a request waits for its turn before it is told busy
 * @param drainLimit how long a shutdown waits for passes that run
 * @param threads of one native operation; recorded, since the bits depend on it
 * @param explanationBudget most tokens that one explanation may put through the models
 */
@ConfigurationProperties("glassbox.inference")
public record InferenceSettings(
    @DefaultValue("0") int concurrency,
    @DefaultValue("10s") Duration waitLimit,
    @DefaultValue("30s") Duration drainLimit,
    @DefaultValue("1") int threads,
    @DefaultValue("100000") long explanationBudget) {

  public InferenceSettings {
    if (concurrency < 0 || threads < 1 || explanationBudget < 1) {
      throw new IllegalArgumentException(
          "glassbox.inference: concurrency must be 0 or more, threads and explanation-budget at"
              + " least 1");
    }
    if (waitLimit.isNegative() || drainLimit.isNegative()) {
      throw new IllegalArgumentException("glassbox.inference: limits must not be negative");
    }
  }

  /** Passes that run at the same time on this machine. */
  public int places() {
    return concurrency == 0 ? Runtime.getRuntime().availableProcessors() : concurrency;
  }
}

package glassbox.esi.orchestration;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/** Where the time goes. */
final class Meter {

  /** Things that are waited for. */
  enum Account {
    DECODER,
    CRITICS,
    TOOLS
  }

  private final Map<Account, Long> waited = new EnumMap<>(Account.class);
  private long worked;
  private long scaffold;
  private long markers;

  /** Does something and books its time. */
  <T> T wait(Account account, Supplier<T> work) {
    long start = System.nanoTime();
    try {
      return work.get();
    } finally {
      waited.merge(account, System.nanoTime() - start, Long::sum);
    }
  }

  /** Does something that is the run's own, except for what it waits for. */
  <T> T work(Supplier<T> work) {
    long start = System.nanoTime();
    long before = total();
    try {
      return work.get();
    } finally {
      worked += System.nanoTime() - start - (total() - before);
    }
  }

  /**
   * Books a marker that was forced.
   *
   * @param took time of its forward
   * @param own probability, by the models, of what they would have written there themselves
   */
  void marker(Duration took, double own) {
    markers += took.toNanos();
    scaffold += Math.round(took.toNanos() * (1 - own));
  }

  Costs costs(Duration decoding) {
    return new Costs(
        decoding,
        Duration.ofNanos(markers),
        Duration.ofNanos(scaffold),
        Duration.ofNanos(spent(Account.CRITICS)),
        Duration.ofNanos(spent(Account.TOOLS)),
        Duration.ofNanos(worked));
  }

  private long total() {
    return waited.values().stream().mapToLong(Long::longValue).sum();
  }

  private long spent(Account account) {
    return waited.getOrDefault(account, 0L);
  }
}

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

  /** Books the part of a pass that its structural tokens took, by their number. */
  void structure(Duration took, int structural, int tokens) {
    scaffold += tokens == 0 ? 0 : took.toNanos() * structural / tokens;
  }

  Costs costs(Duration decoding) {
    return new Costs(
        decoding,
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

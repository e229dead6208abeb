package glassbox.critic.panel;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.springframework.stereotype.Component;

/** Critics that are kept from voting until they are released. Safe for any thread. */
@Component
public final class Quarantine {
  private final Map<String, Entry> entries = new ConcurrentSkipListMap<>();
  private final Clock clock;

  Quarantine(Clock clock) {
    this.clock = clock;
  }

  /** An empty one. */
  public static Quarantine at(Clock clock) {
    return new Quarantine(clock);
  }

  /** A critic that is kept from voting. */
  public record Entry(String critic, Instant since, String reason) {}

  /** Keeps a critic from voting; one that is kept already stays so under its first reason. */
  public void add(String critic, String reason) {
    entries.computeIfAbsent(critic, name -> new Entry(name, clock.instant(), reason));
  }

  /** Lets a critic vote again. */
  public boolean release(String critic) {
    return entries.remove(critic) != null;
  }

  /** Why a critic is kept from voting, if it is. */
  public Optional<Entry> of(String critic) {
    return Optional.ofNullable(entries.get(critic));
  }

  /** All of them, by name. */
  public List<Entry> all() {
    return List.copyOf(entries.values());
  }
}

package glassbox.critic.panel;

import glassbox.contracts.verdict.OrderSensitivity;
import glassbox.contracts.verdict.QuarantineHistory;
import glassbox.contracts.verdict.QuarantineHistory.Action;
import glassbox.contracts.verdict.QuarantineHistory.Event;
import glassbox.shell.history.HistoryException;
import glassbox.shell.history.HistoryFile;
import glassbox.shell.history.HistoryLine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Critics that are kept from voting until they are released, over restarts, with the history of
 * both. A critic is kept even where the disk does not take it; it is not released there. Safe for
 * any thread.
 */
public final class Quarantine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);
  private static final int REMEMBERED = 200;

  private final Map<String, Entry> entries = new ConcurrentSkipListMap<>();
  private final Deque<Event> events = new ArrayDeque<>();
  private final Clock clock;
  private final JsonMapper json;
  private final HistoryFile history;

  private Quarantine(Path file, Clock clock, JsonMapper json) {
    this.clock = clock;
    this.json = json;
    this.history = HistoryFile.open(file, this::read);
  }

  /**
   * As an earlier process left it.
   *
   * @throws HistoryException when the file cannot be read or is not as it was written: nobody may
   *     be released by that
   */
  public static Quarantine open(Path file, Clock clock, JsonMapper json) {
    return new Quarantine(file, clock, json);
  }

  /** A critic that is kept from voting. */
  public record Entry(String critic, Instant since, String reason) {}

  /**
   * Why.
   *
   * @param by who did it
   * @param reason in words
   * @param delta that was measured; null where nothing was
   * @param bar it was over; null likewise
   */
  public record Cause(String by, String reason, @Nullable Double delta, @Nullable Double bar) {}

  /** What the file has of an event. */
  private record Written(Instant at, String critic, Action action, Cause cause) {}

  private void read(HistoryLine line) {
    apply(line, json.readValue(line.json(), Written.class));
  }

  private void apply(HistoryLine line, Written written) {
    Cause cause = written.cause();
    switch (written.action()) {
      case QUARANTINED ->
          entries.putIfAbsent(
              written.critic(), new Entry(written.critic(), written.at(), cause.reason()));
      case RELEASED -> entries.remove(written.critic());
    }
    events.addFirst(
        new Event(
            line.number(),
            written.at(),
            written.critic(),
            written.action(),
            cause.by(),
            cause.reason(),
            cause.delta(),
            cause.bar(),
            line.hash()));
    if (events.size() > REMEMBERED) {
      events.removeLast();
    }
  }

  private void write(String critic, Action action, Cause cause) {
    Written written = new Written(clock.instant(), critic, action, cause);
    apply(history.append(json.writeValueAsString(written)), written);
  }

  /** Keeps a critic from voting; one that is kept already stays so under its first reason. */
  public synchronized void add(String critic, Cause cause) {
    if (entries.containsKey(critic)) {
      return;
    }
    try {
      write(critic, Action.QUARANTINED, cause);
    } catch (HistoryException e) {
      LOG.error("{} is kept from voting, but only until a restart", critic, e);
      entries.put(critic, new Entry(critic, clock.instant(), cause.reason()));
    }
  }

  /**
   * Lets a critic vote again; false where it does already.
   *
   * @throws HistoryException when that cannot be written; it is then not released
   */
  public synchronized boolean release(String critic, String by, String reason) {
    if (!entries.containsKey(critic)) {
      return false;
    }
    write(critic, Action.RELEASED, new Cause(by, reason, null, null));
    return true;
  }

  /** Why a critic is kept from voting, if it is. */
  public Optional<Entry> of(String critic) {
    return Optional.ofNullable(entries.get(critic));
  }

  /** All of them, by name. */
  public List<Entry> all() {
    return List.copyOf(entries.values());
  }

  /** All of them, and how that came about. */
  public synchronized QuarantineHistory history() {
    List<OrderSensitivity.Quarantine> kept =
        all().stream()
            .map(e -> new OrderSensitivity.Quarantine(e.critic(), e.since(), e.reason()))
            .toList();
    return new QuarantineHistory(kept, List.copyOf(events), history.size(), history.head());
  }

  @Override
  public void close() throws IOException {
    history.close();
  }
}

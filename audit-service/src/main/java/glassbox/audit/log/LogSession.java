package glassbox.audit.log;

import glassbox.audit.seal.RowSeal;
import glassbox.ledger.merkle.TreeHead;
import glassbox.ledger.tile.TileLog;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

/**
 * One holding of the lock: from the queue to the published checkpoint. After any failure it is
 * closed and a new one opened, which goes on wherever this one stopped. Not thread-safe, but for
 * {@link #publisher()}.
 */
final class LogSession implements AutoCloseable {
  private final LogLock lock;
  private final LogEntries entries;
  private final Publisher publisher;
  private final TileLog tiles;
  private boolean behind = true;

  private LogSession(LogLock lock, LogEntries entries, Publisher publisher, TileLog tiles) {
    this.lock = lock;
    this.entries = entries;
    this.publisher = publisher;
    this.tiles = tiles;
  }

  /**
   * Takes the lock and checks that the last checkpoint, its tiles and the number of entries agree.
   *
   * @throws LogInconsistentException if they do not
   * @throws org.springframework.dao.DataAccessException if the lock is another's, or the database
   *     is away
   */
  static LogSession open(
      DataSource database, LogFiles files, LogSettings settings, Clock clock, RowSeal seals)
      throws SQLException {
    LogLock lock = LogLock.take(database, settings.lockTimeout());
    try {
      LogEntries entries = new LogEntries(lock, clock, seals);
      KeptCheckpoints kept = new KeptCheckpoints(lock.jdbc(), clock, seals);
      Publisher publisher = Publisher.open(files, kept, settings, entries.size());
      TreeHead head = publisher.current().head();
      TileLog tiles = Inconsistencies.named("the tiles", () -> TileLog.open(files.tiles(), head));
      return new LogSession(lock, entries, publisher, tiles);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** Gives queued runs their indices. First step of {@link #integrate}. */
  int sequence(int most) {
    int sequenced = entries.sequence(most, tiles.head().size());
    behind |= sequenced > 0;
    return sequenced;
  }

  /** Writes the tiles of indexed runs. Second step. */
  List<LoggedRecord> store(int most) {
    if (!behind) {
      return List.of();
    }
    List<LoggedRecord> runs = entries.from(tiles.head().size(), most);
    if (!runs.isEmpty()) {
      List<byte[]> leaves = runs.stream().map(LoggedRecord::entry).toList();
      var unused = Inconsistencies.named("the tiles", () -> tiles.append(leaves));
    }
    behind = runs.size() == most;
    return runs;
  }

  /** Signs and publishes what is stored. Last step. */
  void publish() {
    if (tiles.head().size() > publisher.current().head().size()) {
      publisher.publish(tiles.head());
    }
  }

  /**
   * Brings queued runs into the published log.
   *
   * @return those that came in now; fewer than {@code most} when none is left
   * @throws LogInconsistentException if that would make a wrong log
   */
  List<LoggedRecord> integrate(int most) {
    sequence(most);
    List<LoggedRecord> runs = store(most);
    publish();
    return runs;
  }

  Publisher publisher() {
    return publisher;
  }

  @Override
  public void close() {
    lock.close();
  }
}

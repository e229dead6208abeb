package glassbox.gateway.esi;

import glassbox.shell.history.HistoryException;
import glassbox.shell.history.HistoryFile;
import glassbox.shell.history.HistoryLine;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The parameters' history on this gateway's disk, and where it leaves each domain. */
@Component
final class ParameterHistory implements AutoCloseable {
  private static final int REMEMBERED = 1000;

  private final JsonMapper json;
  private final Map<String, Standing> standings = new HashMap<>();
  private final Deque<Numbered> remarkable = new ArrayDeque<>();
  private final HistoryFile file;
  private String configuration = "";

  /**
   * As an earlier process left it.
   *
   * @throws HistoryException when it cannot be read, or is not as it was written
   */
  ParameterHistory(HistoryProperties properties, JsonMapper json) {
    this.json = json;
    this.file = HistoryFile.open(properties.file(), this::read);
  }

  /** An entry with its place: its number from 1, and the hash that binds it to all before it. */
  record Numbered(long number, String hash, HistoryEntry entry) {}

  private void read(HistoryLine line) {
    take(line, json.readValue(line.json(), HistoryEntry.class));
  }

  private void take(HistoryLine line, HistoryEntry entry) {
    if (!entry.configuration().equals(configuration)) {
      configuration = entry.configuration();
      standings.clear();
    }
    if (entry.domain() != null && entry.standing() != null) {
      standings.put(entry.domain(), entry.standing());
    }
    if (entry.remarkable()) {
      remarkable.addFirst(new Numbered(line.number(), line.hash(), entry));
      if (remarkable.size() > REMEMBERED) {
        remarkable.removeLast();
      }
    }
  }

  /**
   * Adds an entry; on the disk on return.
   *
   * @throws HistoryException when it cannot be written; nothing has changed then
   */
  synchronized void add(HistoryEntry entry) {
    take(file.append(json.writeValueAsString(entry)), entry);
  }

  /** Hash of the configuration that the last entry was under; empty before the first one. */
  synchronized String configuration() {
    return configuration;
  }

  /** Where a domain stands under that configuration; empty before its first run. */
  synchronized Optional<Standing> standing(String domain) {
    return Optional.ofNullable(standings.get(domain));
  }

  /** Names of the domains that had runs under that configuration, sorted. */
  synchronized List<String> domains() {
    return standings.keySet().stream().sorted().toList();
  }

  /** Entries with changes or alerts, and other configurations, newest first: the last 1,000. */
  synchronized List<Numbered> remarkable() {
    return List.copyOf(remarkable);
  }

  /** How many entries there are in all. */
  long size() {
    return file.size();
  }

  /** Stands for all entries: hex SHA-256. */
  String head() {
    return file.head();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}

package glassbox.ledger.checkpoint;

import glassbox.ledger.note.MalformedNoteException;
import glassbox.ledger.note.VerifierKey;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * All keys a log ever had, oldest first; the last one is in use. Old checkpoints verify with the
 * key of their time, and an old key cannot sign beyond it: what leaks after rotation forges no new
 * checkpoint.
 */
public record LogKeys(List<LogKey> keys) {
  private static final Pattern LINE =
      Pattern.compile("(0|[1-9][0-9]{0,18}) (-|0|[1-9][0-9]{0,18}) (\\S+)");

  /**
   * Requires at least one key, no key twice, only the last one open-ended, and each valid from the
   * size where the one before it ends; else IllegalArgumentException.
   */
  public LogKeys {
    keys = List.copyOf(keys);
    if (keys.isEmpty() || keys.stream().map(LogKey::key).distinct().count() < keys.size()) {
      throw new IllegalArgumentException("a log has keys, each once");
    }
    for (int i = 0; i < keys.size(); i++) {
      boolean last = i == keys.size() - 1;
      if (last != keys.get(i).until().isEmpty()) {
        throw new IllegalArgumentException("the last key, and no other, is in use");
      }
      if (i > 0 && keys.get(i - 1).until().orElseThrow() != keys.get(i).from()) {
        throw new IllegalArgumentException("a key begins at the size where the one before ends");
      }
    }
  }

  /** A log that has had one key. */
  public static LogKeys of(VerifierKey key) {
    return new LogKeys(List.of(new LogKey(key, 0, OptionalLong.empty())));
  }

  /**
   * Reads one key a line: {@code from until verifier-key}, with "-" for a key in use.
   *
   * @throws MalformedCheckpointException if the text is anything else
   */
  public static LogKeys parse(String text) {
    List<LogKey> keys = new ArrayList<>();
    try {
      text.lines().forEach(line -> keys.add(key(line)));
      return new LogKeys(keys);
    } catch (IllegalArgumentException | MalformedNoteException e) {
      throw new MalformedCheckpointException("not a list of log keys: " + e.getMessage());
    }
  }

  private static LogKey key(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("a line is: from until verifier-key");
    }
    OptionalLong until =
        matcher.group(2).equals("-")
            ? OptionalLong.empty()
            : OptionalLong.of(Long.parseLong(matcher.group(2)));
    return new LogKey(VerifierKey.parse(matcher.group(3)), Long.parseLong(matcher.group(1)), until);
  }

  /** The text that {@link #parse} reads. */
  public String text() {
    return keys.stream()
        .map(key -> key.from() + " " + until(key) + " " + key.key().text() + "\n")
        .collect(Collectors.joining());
  }

  private static String until(LogKey key) {
    return key.until().isPresent() ? Long.toString(key.until().getAsLong()) : "-";
  }

  /** The key that signs now. */
  public VerifierKey current() {
    return keys.getLast().key();
  }

  /** The keys that may have signed a checkpoint of this size: two at a size where keys changed. */
  public List<VerifierKey> at(long size) {
    return keys.stream().filter(key -> key.validAt(size)).map(LogKey::key).toList();
  }

  /**
   * The keys after a rotation: the next key signs from this size on, the one before up to it. Both
   * may sign at it, so the log can publish the same head under the new key at once.
   *
   * @param size of the last checkpoint, at least where the current key began
   */
  public LogKeys rotate(VerifierKey next, long size) {
    List<LogKey> rotated = new ArrayList<>(keys);
    LogKey last = rotated.removeLast();
    rotated.add(new LogKey(last.key(), last.from(), OptionalLong.of(size)));
    rotated.add(new LogKey(next, size, OptionalLong.empty()));
    return new LogKeys(rotated);
  }
}

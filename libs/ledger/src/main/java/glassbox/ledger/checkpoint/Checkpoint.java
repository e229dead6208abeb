package glassbox.ledger.checkpoint;

import glassbox.ledger.merkle.Hash;
import glassbox.ledger.merkle.TreeHead;
import glassbox.ledger.note.Base64Text;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a log says about itself: the text of a checkpoint.
 *
 * @param origin which log: not empty, one line
 * @param head size and root
 * @param extensions further lines, not empty; this log writes none
 */
public record Checkpoint(String origin, TreeHead head, List<String> extensions) {
  private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,18}");
  private static final int FIXED_LINES = 3;

  /** Throws MalformedCheckpointException for an empty or broken line. */
  public Checkpoint {
    extensions = List.copyOf(extensions);
    requireLine(origin);
    extensions.forEach(Checkpoint::requireLine);
  }

  /** A checkpoint without extensions. */
  public Checkpoint(String origin, TreeHead head) {
    this(origin, head, List.of());
  }

  /**
   * Reads the text of a note as a checkpoint; says nothing about its signatures.
   *
   * @throws MalformedCheckpointException if it is none
   */
  public static Checkpoint parse(String text) {
    if (!text.endsWith("\n")) {
      throw new MalformedCheckpointException("a checkpoint ends with a newline");
    }
    List<String> lines = Arrays.asList(text.substring(0, text.length() - 1).split("\n", -1));
    if (lines.size() < FIXED_LINES) {
      throw new MalformedCheckpointException("a checkpoint has an origin, a size and a root");
    }
    return new Checkpoint(
        lines.getFirst(),
        head(lines.get(1), lines.get(2)),
        lines.subList(FIXED_LINES, lines.size()));
  }

  private static TreeHead head(String size, String root) {
    if (!SIZE.matcher(size).matches()) {
      throw new MalformedCheckpointException("a size is a decimal without leading zeros");
    }
    try {
      return new TreeHead(Long.parseLong(size), Hash.of(Base64Text.decode(root)));
    } catch (IllegalArgumentException e) {
      throw new MalformedCheckpointException("no tree has that size and root");
    }
  }

  /** The text that is signed. */
  public String text() {
    StringBuilder text = new StringBuilder(origin).append('\n').append(head.size()).append('\n');
    text.append(head.rootHash().base64()).append('\n');
    extensions.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  private static void requireLine(String line) {
    if (line.isEmpty() || line.chars().anyMatch(c -> c < 0x20)) {
      throw new MalformedCheckpointException(
          "a line must be filled and have no control characters");
    }
  }
}

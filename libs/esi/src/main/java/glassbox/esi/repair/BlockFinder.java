package glassbox.esi.repair;

import glassbox.esi.config.RepairUnit;
import glassbox.esi.decoding.Marks;
import glassbox.esi.field.Field;
import glassbox.esi.field.Role;
import glassbox.esi.run.Block;
import glassbox.esi.transcript.Entry;
import glassbox.esi.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts [Compute] into blocks of a unit; every other field is one block. */
final class BlockFinder {

  private static final Pattern STEP = Pattern.compile("(?<![\\p{L}\\d])S(\\d{1,2})(?=[\\s:.)])");
  private static final Pattern PARAGRAPH = Pattern.compile("\\n+");

  private final Transcript transcript;
  private final int from;
  private final int to;

  /** A finder in a transcript that has [Compute]. */
  BlockFinder(Transcript transcript) {
    this.transcript = transcript;
    this.from = transcript.map().body(Field.COMPUTE).min().orElse(transcript.map().tokens());
    this.to = transcript.map().body(Field.COMPUTE).max().orElse(from - 1) + 1;
  }

  /**
   * A block.
   *
   * @param name of it
   * @param from its first token
   */
  record Found(Block name, int from) {}

  /** The block that holds a token of [Compute]. */
  Found at(int token, RepairUnit unit) {
    List<Found> blocks = blocks(unit);
    Found found = blocks.getFirst();
    for (Found block : blocks) {
      found = block.from() <= token ? block : found;
    }
    return found;
  }

  /** The block that the last result of a tool stands in; the last one where no tool ran. */
  Found ofLastResult(RepairUnit unit) {
    int last = to - 1;
    for (int token = from; token < to; token++) {
      last = transcript.entries().get(token).token().is(Marks.DONE) ? token : last;
    }
    return at(Math.max(from, last), unit);
  }

  /** At least one; the first begins where the field does. */
  private List<Found> blocks(RepairUnit unit) {
    List<Found> finest =
        switch (unit) {
          case STEP -> cuts(STEP, true);
          case PARAGRAPH -> cuts(PARAGRAPH, false);
          case TOOL_LINE, FUNCTION, WAYPOINTS -> lines();
        };
    List<Found> blocks = finest.size() > 1 ? finest : lines();
    return blocks.size() > 1 ? blocks : List.of(new Found(Block.of(Field.COMPUTE.marker()), from));
  }

  /** A tool line ends with its result; what follows the last result is a line too. */
  private List<Found> lines() {
    var lines = new ArrayList<Found>();
    int start = from;
    for (int token = from; token < to; token++) {
      if (transcript.entries().get(token).token().is(Marks.DONE)) {
        lines.add(found("line " + (lines.size() + 1), start));
        start = token + 1;
      }
    }
    if (start < to) {
      lines.add(found("line " + (lines.size() + 1), start));
    }
    return lines;
  }

  /** Cuts where a pattern begins (or ends) in what the model wrote. */
  private List<Found> cuts(Pattern pattern, boolean labelled) {
    var blocks = new ArrayList<Found>();
    Matcher matcher = pattern.matcher(written());
    int paragraph = 1;
    while (matcher.find()) {
      int token = tokenAt(labelled ? matcher.start() : matcher.end());
      if (blocks.isEmpty() && token > from) {
        blocks.add(found(labelled ? "opening" : "paragraph " + paragraph++, from));
      }
      if (token < to && (blocks.isEmpty() || token > blocks.getLast().from())) {
        blocks.add(found(labelled ? "S" + matcher.group(1) : "paragraph " + paragraph++, token));
      }
    }
    return blocks;
  }

  private static Found found(String label, int from) {
    return new Found(new Block(Field.COMPUTE.marker(), label), from);
  }

  /** The field's text with everything that a tool gave blanked out: labels in it are no steps. */
  private String written() {
    var text = new StringBuilder();
    for (Entry entry : transcript.entries().subList(from, to)) {
      String piece = entry.token().text();
      text.append(entry.role() == Role.RESULT ? "#".repeat(piece.length()) : piece);
    }
    return text.toString();
  }

  /** The token that holds a character of the field. */
  private int tokenAt(int character) {
    int at = 0;
    for (int token = from; token < to; token++) {
      at += transcript.entries().get(token).token().text().length();
      if (at > character) {
        return token;
      }
    }
    return to;
  }
}

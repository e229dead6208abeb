package glassbox.engine.federation;

import glassbox.engine.forward.Forward;
import glassbox.engine.forward.ForwardSession;
import glassbox.engine.forward.SessionOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One session a model of the lineup, over {@code width} sequences of equal length side by side.
 * Tokens that the next sequences have in common with the ones before stay; the rest is forgotten
 * and computed anew. Sessions are opened when they are first needed. Not thread-safe.
 *
 * <p>Row of sequence p and the group's member r: {@code p * members + r}.
 */
final class SharedBeginning implements AutoCloseable {
  private final Lineup lineup;
  private final int width;
  private final List<ForwardSession> sessions = new ArrayList<>();
  private int[][] held;
  private long tokens;

  SharedBeginning(Lineup lineup, int width) {
    this.lineup = lineup;
    this.width = width;
    this.held = new int[width][0];
  }

  /** Sequences side by side. */
  int width() {
    return width;
  }

  /**
   * Log-probabilities after the last token of each sequence, one forward a group.
   *
   * @param sequences [width][T], T at least 1
   */
  List<Forward> after(int[][] sequences) {
    open();
    // At least the last token is computed: what follows it is asked for.
    int common = Math.min(commonBeginning(sequences), sequences[0].length - 1);
    sessions.forEach(session -> session.rewind(common));
    held = parts(sequences, 0, common);
    int[][] fresh = parts(sequences, common, sequences[0].length);
    List<Forward> forwards = new ArrayList<>();
    for (int g = 0; g < sessions.size(); g++) {
      forwards.add(sessions.get(g).append(rows(g, fresh)));
    }
    keep(fresh);
    return forwards;
  }

  /** All go on with these tokens: log-probabilities after each, one forward a group. */
  List<Forward> afterEach(int[] more) {
    int[][] fresh = new int[width][];
    Arrays.fill(fresh, more);
    List<Forward> forwards = new ArrayList<>();
    for (int g = 0; g < sessions.size(); g++) {
      forwards.add(sessions.get(g).appendAll(rows(g, fresh)));
    }
    keep(fresh);
    return forwards;
  }

  /** Tokens computed so far, by every member. */
  long tokens() {
    return tokens;
  }

  private void open() {
    if (sessions.isEmpty()) {
      for (Lineup.Group group : lineup.groups()) {
        int members = group.lanes().length;
        int[] lanes = new int[width * members];
        for (int row = 0; row < lanes.length; row++) {
          lanes[row] = group.lanes()[row % members];
        }
        sessions.add(group.model().open(lanes, SessionOptions.PLAIN));
      }
    }
  }

  private int commonBeginning(int[][] sequences) {
    int common = Integer.MAX_VALUE;
    for (int p = 0; p < width; p++) {
      int mismatch = Arrays.mismatch(held[p], sequences[p]);
      common = Math.min(common, mismatch < 0 ? held[p].length : mismatch);
    }
    return common;
  }

  private void keep(int[][] fresh) {
    for (int p = 0; p < width; p++) {
      int before = held[p].length;
      held[p] = Arrays.copyOf(held[p], before + fresh[p].length);
      System.arraycopy(fresh[p], 0, held[p], before, fresh[p].length);
      tokens += fresh[p].length;
    }
  }

  private int[][] rows(int group, int[][] sequences) {
    int members = lineup.groups().get(group).lanes().length;
    int[][] rows = new int[width * members][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = sequences[row / members];
    }
    return rows;
  }

  private static int[][] parts(int[][] sequences, int from, int to) {
    int[][] parts = new int[sequences.length][];
    for (int p = 0; p < parts.length; p++) {
      parts[p] = Arrays.copyOfRange(sequences[p], from, to);
    }
    return parts;
  }

  @Override
  public void close() {
    sessions.forEach(ForwardSession::close);
    sessions.clear();
  }
}

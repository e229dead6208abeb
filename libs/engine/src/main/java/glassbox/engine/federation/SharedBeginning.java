package glassbox.engine.federation;

import glassbox.engine.forward.Forward;
import glassbox.engine.forward.ForwardSession;
import glassbox.engine.forward.SessionOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One session a model of the lineup, all over the same tokens. Tokens that the next sequence has in
 * common with the one before stay; the rest is forgotten and computed anew. Sessions are opened
 * when they are first needed. Not thread-safe.
 */
final class SharedBeginning implements AutoCloseable {
  private final Lineup lineup;
  private final List<ForwardSession> sessions = new ArrayList<>();
  private int[] held = {};
  private long tokens;

  SharedBeginning(Lineup lineup) {
    this.lineup = lineup;
  }

  /** Log-probabilities after the last token of the sequence, one forward a group. */
  List<Forward> after(int[] sequence) {
    open();
    // At least the last token is computed: what follows it is asked for.
    int common = Math.min(commonBeginning(held, sequence), sequence.length - 1);
    sessions.forEach(session -> session.rewind(common));
    held = Arrays.copyOf(sequence, common);
    List<Forward> forwards = new ArrayList<>();
    int[] fresh = Arrays.copyOfRange(sequence, common, sequence.length);
    for (ForwardSession session : sessions) {
      forwards.add(session.append(rows(session, fresh)));
    }
    keep(fresh);
    return forwards;
  }

  /** Goes on with these tokens: log-probabilities after each, one forward a group. */
  List<Forward> afterEach(int[] more) {
    List<Forward> forwards = new ArrayList<>();
    for (ForwardSession session : sessions) {
      forwards.add(session.appendAll(rows(session, more)));
    }
    keep(more);
    return forwards;
  }

  /** Tokens computed so far, by every member. */
  long tokens() {
    return tokens;
  }

  private void open() {
    if (sessions.isEmpty()) {
      for (Lineup.Group group : lineup.groups()) {
        sessions.add(group.model().open(group.lanes(), SessionOptions.PLAIN));
      }
    }
  }

  private void keep(int[] fresh) {
    int before = held.length;
    held = Arrays.copyOf(held, before + fresh.length);
    System.arraycopy(fresh, 0, held, before, fresh.length);
    tokens += fresh.length;
  }

  private static int commonBeginning(int[] one, int[] other) {
    int mismatch = Arrays.mismatch(one, other);
    return mismatch < 0 ? one.length : mismatch;
  }

  private static int[][] rows(ForwardSession session, int[] ids) {
    int[][] rows = new int[session.rows()][];
    Arrays.fill(rows, ids);
    return rows;
  }

  @Override
  public void close() {
    sessions.forEach(ForwardSession::close);
    sessions.clear();
  }
}

package glassbox.engine.federation;

import glassbox.engine.forward.SessionOptions;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Sessions of passes that ended and may be resumed, the latest used first, a few at most. A session
 * is kept with its prompt alone, in the forwards that the prompt's {@link Pieces} prescribe, so
 * that going on from it gives the bits of starting anew. Safe for concurrent use; closing waits for
 * nobody, so passes must have ended before.
 */
final class KeptSessions implements AutoCloseable {
  private record Kept(SessionOptions options, int[] prompt, LineupSession session) {}

  /**
   * A session to run a pass in.
   *
   * @param held tokens of the pass's prompt that it holds already
   */
  record Taken(LineupSession session, int held) {}

  private final Lineup lineup;
  private final Pieces pieces;
  private final int most;
  private final Deque<Kept> kept = new ArrayDeque<>();
  private boolean closed;

  KeptSessions(Lineup lineup, Pieces pieces, int most) {
    this.lineup = lineup;
    this.pieces = pieces;
    this.most = most;
  }

  /** The kept session that serves a prompt best, or a new one. */
  Taken take(SessionOptions options, int[] prompt) {
    Kept best = remove(options, prompt);
    if (best == null) {
      return new Taken(lineup.open(options), 0);
    }
    int held = pieces.common(best.prompt(), prompt);
    best.session().rewind(held);
    return new Taken(best.session(), held);
  }

  /** Keeps a session that holds at least this prompt. */
  void keep(SessionOptions options, int[] prompt, LineupSession session) {
    session.rewind(prompt.length);
    LineupSession gone = add(new Kept(options, prompt.clone(), session));
    if (gone != null) {
      gone.close();
    }
  }

  private synchronized @Nullable Kept remove(SessionOptions options, int[] prompt) {
    Kept best = null;
    int most = 0;
    for (Kept candidate : kept) {
      int common = pieces.common(candidate.prompt(), prompt);
      if (candidate.options().equals(options) && common > most) {
        best = candidate;
        most = common;
      }
    }
    if (best != null) {
      kept.remove(best);
    }
    return best;
  }

  private synchronized @Nullable LineupSession add(Kept latest) {
    if (closed) {
      return latest.session();
    }
    kept.addFirst(latest);
    return kept.size() > most ? kept.removeLast().session() : null;
  }

  /** Sessions kept now. */
  synchronized int size() {
    return kept.size();
  }

  @Override
  public synchronized void close() {
    closed = true;
    kept.forEach(one -> one.session().close());
    kept.clear();
  }
}

package glassbox.engine.federation;

import glassbox.engine.forward.Forward;
import glassbox.engine.forward.ForwardSession;
import glassbox.engine.forward.LayerTrace;
import glassbox.engine.forward.SessionOptions;
import glassbox.engine.forward.SparseCode;
import glassbox.engine.mixture.SpecialistLogProbs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The same tokens through every member's model. One forward per group and call. */
final class LineupSession implements AutoCloseable {
  private final Lineup lineup;
  private final List<ForwardSession> sessions = new ArrayList<>();
  private List<Forward> last = List.of();

  LineupSession(Lineup lineup, SessionOptions options) {
    this.lineup = lineup;
    try {
      for (int g = 0; g < lineup.groups().size(); g++) {
        Lineup.Group group = lineup.groups().get(g);
        sessions.add(group.model().open(group.lanes(), lineup.of(g, options)));
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Appends the tokens; what every member says comes after the last of them. */
  SpecialistLogProbs append(int[] ids) {
    last = forward(ids, false);
    return at(0);
  }

  /** As {@link #append}, with what every member says after each token: one entry a token. */
  List<SpecialistLogProbs> appendAll(int[] ids) {
    last = forward(ids, true);
    List<SpecialistLogProbs> positions = new ArrayList<>(ids.length);
    for (int p = 0; p < ids.length; p++) {
      positions.add(at(p));
    }
    return positions;
  }

  /** Forgets what stands behind the first {@code position} tokens. */
  void rewind(int position) {
    sessions.forEach(session -> session.rewind(position));
  }

  /** Per member, what happened inside at the last appended token; empty if untraced. */
  List<LayerTrace> traces() {
    LayerTrace[] traces = new LayerTrace[lineup.members().size()];
    for (int g = 0; g < last.size(); g++) {
      int[] members = lineup.groups().get(g).members();
      for (int r = 0; r < members.length; r++) {
        Optional<LayerTrace> trace = last.get(g).trace(r);
        if (trace.isEmpty()) {
          return List.of();
        }
        traces[members[r]] = trace.get();
      }
    }
    return Arrays.asList(traces);
  }

  /** A member's code of every layer after the given one of the tokens last appended. */
  List<SparseCode> codes(int member, int position) {
    for (int g = 0; g < last.size(); g++) {
      int[] members = lineup.groups().get(g).members();
      for (int r = 0; r < members.length; r++) {
        if (members[r] == member) {
          return last.get(g).codes(r, position);
        }
      }
    }
    return List.of();
  }

  private List<Forward> forward(int[] ids, boolean all) {
    List<Forward> forwards = new ArrayList<>(sessions.size());
    for (ForwardSession session : sessions) {
      int[][] rows = new int[session.rows()][];
      Arrays.fill(rows, ids);
      forwards.add(all ? session.appendAll(rows) : session.append(rows));
    }
    return forwards;
  }

  private SpecialistLogProbs at(int position) {
    int size = lineup.members().size();
    float[][] values = new float[size][];
    int[] offsets = new int[size];
    for (int g = 0; g < last.size(); g++) {
      Forward forward = last.get(g);
      int[] members = lineup.groups().get(g).members();
      for (int r = 0; r < members.length; r++) {
        values[members[r]] = forward.logProbs();
        offsets[members[r]] = forward.offset(r, position);
      }
    }
    return new SpecialistLogProbs(values, offsets, last.getFirst().vocabularySize());
  }

  @Override
  public void close() {
    sessions.forEach(ForwardSession::close);
  }
}

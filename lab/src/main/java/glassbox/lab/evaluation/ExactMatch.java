package glassbox.lab.evaluation;

import glassbox.engine.federation.Member;
import glassbox.engine.forward.Forward;
import glassbox.engine.forward.ForwardModel;
import glassbox.engine.forward.ForwardSession;
import glassbox.engine.forward.SessionOptions;
import glassbox.engine.mixture.Combiner;
import glassbox.engine.mixture.SpecialistLogProbs;
import glassbox.engine.training.Example;
import glassbox.ledger.block.Combination;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Decides for one question whether greedy decoding gives the expected answer. */
final class ExactMatch {

  private final List<Member> members;

  ExactMatch(List<Member> members) {
    this.members = members;
  }

  /** What every member says after each id of {@code example} but the last: one entry a position. */
  List<SpecialistLogProbs> forward(Example example) {
    int[] ids = Arrays.copyOf(example.ids(), example.ids().length - 1);
    Map<ForwardModel, Forward> forwards = new IdentityHashMap<>();
    for (Member member : members) {
      forwards.computeIfAbsent(member.model(), model -> allLanes(model, ids));
    }
    return IntStream.range(0, ids.length).mapToObj(position -> at(forwards, position)).toList();
  }

  private static Forward allLanes(ForwardModel model, int[] ids) {
    int[] lanes = IntStream.range(0, model.lanes()).toArray();
    try (ForwardSession session = model.open(lanes, SessionOptions.PLAIN)) {
      var rows = new int[lanes.length][];
      Arrays.fill(rows, ids);
      return session.appendAll(rows);
    }
  }

  private SpecialistLogProbs at(Map<ForwardModel, Forward> forwards, int position) {
    var values = new float[members.size()][];
    var offsets = new int[members.size()];
    int vocabulary = members.getFirst().model().vocabularySize();
    for (int i = 0; i < values.length; i++) {
      Member member = members.get(i);
      Forward forward = Objects.requireNonNull(forwards.get(member.model()));
      values[i] = forward.logProbs();
      offsets[i] = forward.offset(member.lane(), position);
    }
    return new SpecialistLogProbs(values, offsets, vocabulary);
  }

  /** Whether member {@code i} alone answers exactly so. */
  static boolean alone(int i, List<SpecialistLogProbs> positions, Example example) {
    for (int at = example.lossFrom(); at < example.ids().length; at++) {
      SpecialistLogProbs here = positions.get(at - 1);
      float wanted = here.of(i, example.ids()[at]);
      for (int v = 0; v < here.vocabularySize(); v++) {
        if (here.of(i, v) > wanted) {
          return false;
        }
      }
    }
    return true;
  }

  /** The joined answer: whether it is exact, and each member's mean share of its tokens. */
  static Joined joined(
      Combination combination, List<SpecialistLogProbs> positions, Example example) {
    var combiner = new Combiner(combination);
    boolean exact = true;
    var shares = new double[combination.size()];
    int tokens = example.ids().length - example.lossFrom();
    for (int at = example.lossFrom(); at < example.ids().length; at++) {
      SpecialistLogProbs here = positions.get(at - 1);
      int id = example.ids()[at];
      exact &= combiner.join(here).argmax() == id;
      double[] now = combiner.shares(here.column(id), true);
      for (int i = 0; i < shares.length; i++) {
        shares[i] += now[i] / tokens;
      }
      combiner.observe(here.column(id));
    }
    return new Joined(exact, shares);
  }

  /** Outcome of a joined answer. */
  @SuppressWarnings("ArrayRecordComponent")
  record Joined(boolean exact, double[] shares) {}
}

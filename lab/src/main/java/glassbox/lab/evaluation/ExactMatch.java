package glassbox.lab.evaluation;

import glassbox.engine.federation.Member;
import glassbox.engine.forward.Forward;
import glassbox.engine.forward.ForwardModel;
import glassbox.engine.forward.ForwardSession;
import glassbox.engine.forward.SessionOptions;
import glassbox.engine.mixture.Combiner;
import glassbox.engine.mixture.SpecialistLogProbs;
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

  /** What every member says after each id of the answer's text but the last, by position. */
  List<SpecialistLogProbs> forward(JudgedAnswer answer) {
    int[] ids = Arrays.copyOf(answer.ids(), answer.ids().length - 1);
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
  static boolean alone(int i, List<SpecialistLogProbs> positions, JudgedAnswer answer) {
    return answer.judged().allMatch(at -> leads(i, positions.get(at - 1), answer.ids()[at]));
  }

  /** Whether {@code id} is what member {@code i} says is most probable here. */
  static boolean leads(int i, SpecialistLogProbs here, int id) {
    float wanted = here.of(i, id);
    for (int v = 0; v < here.vocabularySize(); v++) {
      if (here.of(i, v) > wanted) {
        return false;
      }
    }
    return true;
  }

  /** The joined answer: whether it is exact, and who led its tokens that must be known. */
  static Joined joined(
      Combination combination, List<SpecialistLogProbs> positions, JudgedAnswer answer) {
    var combiner = new Combiner(combination);
    boolean exact = true;
    var led = new int[combination.size()];
    var shares = new double[combination.size()];
    for (int at = answer.from(); at < answer.ids().length; at++) {
      SpecialistLogProbs here = positions.get(at - 1);
      int id = answer.ids()[at];
      exact &= !answer.isJudged(at) || combiner.join(here).argmax() == id;
      if (answer.isKnowledge(at)) {
        double[] now = combiner.shares(here.column(id), true);
        led[largest(now)]++;
        for (int i = 0; i < shares.length; i++) {
          shares[i] += now[i];
        }
      }
      combiner.observe(here.column(id));
    }
    return new Joined(exact, led, shares);
  }

  private static int largest(double[] shares) {
    int largest = 0;
    for (int i = 1; i < shares.length; i++) {
      largest = shares[i] > shares[largest] ? i : largest;
    }
    return largest;
  }

  /**
   * Outcome of a joined answer.
   *
   * @param exact whether every judged token is the most probable
   * @param led tokens that must be known, by the member with the largest share
   * @param shares sums of each member's share of those tokens
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Joined(boolean exact, int[] led, double[] shares) {

    int knowledge() {
      return Arrays.stream(led).sum();
    }
  }
}

package glassbox.critics.order;

import glassbox.critics.Critic;
import glassbox.critics.Draft;
import glassbox.critics.Verdict;
import glassbox.critics.chi.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * Measures order sensitivity: {@code delta_ij = max(0, P(i then j differs from j then i) - P(an
 * order differs from itself))}.
 *
 * <p>Verdicts are compared by their outcome: passed, flagged, unavailable. Each draft is judged
 * {@code rounds} times in each order; round r of one order is compared with round r of the other,
 * and with round r + 1 of its own for the noise of test and retest.
 */
public final class OrderHarness {
  private final Supplier<List<Critic>> critics;
  private final int rounds;

  /**
   * A harness.
   *
   * @param critics makes all critics anew, in a fixed order
   * @param rounds at least 2
   */
  public OrderHarness(Supplier<List<Critic>> critics, int rounds) {
    if (rounds < 2) {
      throw new IllegalArgumentException("noise needs two rounds, not " + rounds);
    }
    this.critics = critics;
    this.rounds = rounds;
  }

  /** Every pair once, in the critics' order. */
  public List<PairSensitivity> measure(List<Draft> drafts) {
    int count = critics.get().size();
    List<PairSensitivity> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      for (int j = i + 1; j < count; j++) {
        pairs.add(measure(i, j, drafts));
      }
    }
    return pairs;
  }

  /** One pair, by places in the list of critics. */
  public PairSensitivity measure(int first, int second, List<Draft> drafts) {
    Count count = new Count();
    for (Draft draft : drafts) {
      List<Outcomes> forward = new ArrayList<>();
      List<Outcomes> backward = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        forward.add(run(first, second, draft));
        backward.add(run(second, first, draft).swapped());
      }
      count.add(forward, backward);
    }
    List<Critic> named = critics.get();
    return count.sensitivity(
        named.get(first).identity().name(), named.get(second).identity().name());
  }

  private Outcomes run(int one, int then, Draft draft) {
    List<Critic> fresh = critics.get();
    Draft copy =
        new Draft(
            draft.prompt(),
            draft.context(),
            draft.answer(),
            draft.fragments(),
            draft.claims(),
            draft.stretches(),
            draft.domain(),
            draft.material());
    Outcome earlier = outcome(fresh.get(one), copy);
    return new Outcomes(earlier, outcome(fresh.get(then), copy));
  }

  private static Outcome outcome(Critic critic, Draft draft) {
    try {
      return switch (critic.judge(draft)) {
        case Verdict.Passed passed -> Outcome.PASSED;
        case Verdict.Flagged flagged -> Outcome.FLAGGED;
        case Verdict.Unavailable unavailable -> Outcome.UNAVAILABLE;
      };
    } catch (RuntimeException broken) {
      return Outcome.UNAVAILABLE;
    }
  }

  private enum Outcome {
    PASSED,
    FLAGGED,
    UNAVAILABLE
  }

  private record Outcomes(Outcome first, Outcome second) {
    Outcomes swapped() {
      return new Outcomes(second, first);
    }

    boolean silent() {
      return first == Outcome.UNAVAILABLE && second == Outcome.UNAVAILABLE;
    }
  }

  private static final class Count {
    private int differing;
    private int compared;
    private int noisy;
    private int repeated;
    private int firstChanged;
    private int secondChanged;
    private boolean heard;

    void add(List<Outcomes> forward, List<Outcomes> backward) {
      int rounds = forward.size();
      for (int r = 0; r < rounds; r++) {
        heard |= !forward.get(r).silent() || !backward.get(r).silent();
        compared++;
        differing += differ(forward.get(r), backward.get(r));
        repeated += 2;
        noisy += differ(forward.get(r), forward.get((r + 1) % rounds));
        noisy += differ(backward.get(r), backward.get((r + 1) % rounds));
      }
    }

    private int differ(Outcomes a, Outcomes b) {
      firstChanged += a.first() == b.first() ? 0 : 1;
      secondChanged += a.second() == b.second() ? 0 : 1;
      return a.equals(b) ? 0 : 1;
    }

    PairSensitivity sensitivity(String first, String second) {
      Rate differ = Rate.of(differing, compared);
      Rate noise = Rate.of(noisy, repeated);
      double delta = Math.max(0, differ.value() - noise.value());
      Optional<String> noisier =
          firstChanged + secondChanged == 0
              ? Optional.empty()
              : Optional.of(firstChanged > secondChanged ? first : second);
      return new PairSensitivity(
          first,
          second,
          differ,
          noise,
          heard ? OptionalDouble.of(delta) : OptionalDouble.empty(),
          noisier);
    }
  }
}

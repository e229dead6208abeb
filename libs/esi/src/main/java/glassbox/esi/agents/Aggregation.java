package glassbox.esi.agents;

import glassbox.critics.chi.Chi;
import glassbox.esi.orchestration.Judgement;
import glassbox.esi.orchestration.RunReport;
import glassbox.esi.trace.Claim;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Chooses among agents: those whose gate opened, of them the lowest chi, of equal ones the best
 * score, of those the first. The source's way out, the lowest chi where nobody passed, is refused.
 */
public final class Aggregation {

  private static final double SAME = 1e-9;

  private final ToDoubleFunction<RunReport> score;

  /**
   * An aggregation.
   *
   * @param score of a domain, larger is better; decides between equal chi only
   */
  public Aggregation(ToDoubleFunction<RunReport> score) {
    this.score = score;
  }

  /** Scored by evidence: more independent fragments a claim are better. */
  public static Aggregation byEvidence() {
    return new Aggregation(report -> report.trace().redundancy().orElse(0.0));
  }

  /** What the agents' runs come to. */
  public Consensus of(List<AgentRun> runs, boolean cooled) {
    List<AgentRun> passed = runs.stream().filter(run -> run.report().answer().isPresent()).toList();
    Optional<AgentRun> best = passed.stream().min(this::compare);
    if (best.isEmpty()) {
      return new Consensus(best, List.of(), List.of(), List.of(), cooled, runs);
    }
    String answer = answer(best.get());
    var agreeing = new ArrayList<String>();
    var dissenting = new ArrayList<String>();
    var supports = new ArrayList<>(supports(best.get()));
    for (AgentRun run : passed) {
      if (run.equals(best.get())) {
        continue;
      }
      if (FrameIsometry.equivalent(answer, answer(run))) {
        agreeing.add(run.agent());
        supports.addAll(supports(run));
      } else {
        dissenting.add(run.agent());
      }
    }
    return new Consensus(best, agreeing, dissenting, supports, cooled, runs);
  }

  private int compare(AgentRun a, AgentRun b) {
    double left = chi(a.report());
    double right = chi(b.report());
    return Math.abs(left - right) > SAME
        ? Double.compare(left, right)
        : Comparator.<AgentRun>comparingDouble(run -> -score.applyAsDouble(run.report()))
            .compare(a, b);
  }

  private static double chi(RunReport report) {
    return report.lastJudgement().flatMap(Judgement::chi).map(Chi::value).orElse(1.0);
  }

  private static String answer(AgentRun run) {
    return run.report().answer().orElse("");
  }

  private static List<Support> supports(AgentRun run) {
    return run.report().trace().claims().stream()
        .map(Claim::supports)
        .flatMap(List::stream)
        .distinct()
        .map(id -> new Support(run.agent(), id))
        .toList();
  }
}

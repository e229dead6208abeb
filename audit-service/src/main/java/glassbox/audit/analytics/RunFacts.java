package glassbox.audit.analytics;

import glassbox.contracts.run.Decision;
import glassbox.contracts.verdict.GateDecision;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rollups take from a recorded run.
 *
 * @param cell where it is counted
 * @param tokens of all passes
 * @param decision how it ended
 * @param maxResidual nats
 * @param judgement null where no critic ran
 * @param certificate what its envelope says of it
 * @param parts one a specialist of the answer
 */
record RunFacts(
    Cell cell,
    int tokens,
    Decision decision,
    double maxResidual,
    @Nullable Judgement judgement,
    Certificate certificate,
    List<Part> parts) {

  RunFacts {
    parts = List.copyOf(parts);
  }

  /** Tokens of the answer: each is led by exactly one specialist. */
  long answerTokens() {
    return parts.stream().mapToLong(Part::led).sum();
  }

  /** A cell of the rollups. */
  record Cell(String tenant, LocalDate day, String federation) {}

  /**
   * The answer's certificate.
   *
   * @param domain of the run; empty where it carries none
   * @param deltas one a token of the answer; empty where it is not certified
   * @param untrusted whether they are above the bar
   */
  record Certificate(String domain, List<Double> deltas, boolean untrusted) {
    Certificate {
      deltas = List.copyOf(deltas);
    }
  }

  /** What the critics said. */
  record Judgement(double csa, @Nullable Double chi, GateDecision.Outcome gate) {}

  /** A specialist's part; share in [0, 1]. */
  record Part(String specialist, double share, int led, int overruled) {}
}

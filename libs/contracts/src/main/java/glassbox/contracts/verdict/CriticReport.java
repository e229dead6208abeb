package glassbox.contracts.verdict;

import java.util.List;

/** The critics' report on an answer. {@code csa} is 1 for fewer than two verdicts. */
public record CriticReport(List<Verdict> verdicts, double csa, Chi chi, GateDecision gate) {
  public CriticReport {
    verdicts = List.copyOf(verdicts);
  }
}

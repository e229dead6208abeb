package glassbox.critics.plan;

import glassbox.critics.Finding;
import glassbox.critics.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Counts checks and gathers what fails. */
final class Checks {
  private final List<Finding> findings = new ArrayList<>();
  private int made;

  void that(boolean holds, String problem, Stop stop) {
    that(holds, problem, stop.start(), stop.end());
  }

  void that(boolean holds, String problem, int start, int end) {
    made++;
    if (!holds) {
      findings.add(new Finding(problem, start, end));
    }
  }

  Verdict verdict() {
    findings.sort(Comparator.comparingInt(Finding::start));
    return Verdict.of(made, findings);
  }
}

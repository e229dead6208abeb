package glassbox.esi.orchestration;

import glassbox.esi.run.Diagnostic;
import glassbox.esi.run.Stage;
import java.util.List;
import java.util.Objects;

/** What tests read in the report of a run. */
final class Reports {
  private Reports() {}

  /** The stages that it went through, in order. */
  static List<Stage> stages(RunReport report) {
    return report.history().stream().map(StageRecord::stage).toList();
  }

  /** Why it ended without an answer. */
  static Diagnostic diagnostic(RunReport report) {
    return Objects.requireNonNull(report.end().diagnostic());
  }
}

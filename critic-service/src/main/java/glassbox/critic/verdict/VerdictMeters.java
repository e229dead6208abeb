package glassbox.critic.verdict;

import glassbox.contracts.verdict.CriticReport;
import glassbox.contracts.verdict.Score;
import glassbox.contracts.verdict.Verdict;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Counts verdicts and decisions, and summarises CSA and chi. */
@Component
final class VerdictMeters {
  private final MeterRegistry registry;

  VerdictMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  void record(CriticReport report) {
    for (Verdict verdict : report.verdicts()) {
      String outcome = verdict.outcome().name().toLowerCase(Locale.ROOT);
      registry
          .counter("glassbox.critic.verdicts", "critic", verdict.critic(), "outcome", outcome)
          .increment();
    }
    String decision = report.gate().outcome().name().toLowerCase(Locale.ROOT);
    registry.counter("glassbox.critic.decisions", "outcome", decision).increment();
    registry.summary("glassbox.critic.csa").record(report.csa());
    if (report.scores() != null) {
      count("hallucination", report.scores().hallucination());
      count("safety_prompt", report.scores().safety().prompt());
      count("safety_answer", report.scores().safety().answer());
    }
    if (report.chi() != null) {
      registry.summary("glassbox.critic.chi").record(report.chi().value());
    }
  }

  private void count(String name, Score score) {
    String decision = score.decision().name().toLowerCase(Locale.ROOT);
    registry.counter("glassbox.critic.scores", "score", name, "decision", decision).increment();
  }
}

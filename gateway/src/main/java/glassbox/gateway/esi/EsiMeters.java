package glassbox.gateway.esi;

import glassbox.esi.orchestration.Costs;
import glassbox.esi.orchestration.Judgement;
import glassbox.esi.orchestration.RunReport;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The indicators that the service levels are set on: docs/esi.md. */
@Component
final class EsiMeters {
  private final MeterRegistry registry;

  EsiMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  void count(RunReport report) {
    String domain = report.domain();
    registry
        .counter(
            "glassbox.esi.runs",
            "domain",
            domain,
            "end",
            EsiRecords.lower(report.end().stage()),
            "repaired",
            String.valueOf(report.end().repairs() > 0))
        .increment();
    summary("glassbox.esi.overhead", domain, report.costs().share());
    summary("glassbox.esi.scaffold.tokens", domain, report.scaffoldTokens());
    spent(domain, report.costs());
    report
        .trace()
        .redundancy()
        .ifPresent(fragments -> summary("glassbox.esi.fragments.per.claim", domain, fragments));
    Optional<Judgement> last = report.lastJudgement();
    last.ifPresent(judgement -> summary("glassbox.esi.csa", domain, judgement.csa()));
    last.flatMap(Judgement::chi)
        .ifPresent(
            chi -> {
              summary("glassbox.esi.chi", domain, chi.value());
              summary("glassbox.esi.chi.collapse", domain, chi.collapse());
              summary("glassbox.esi.chi.loop", domain, chi.loop());
              summary("glassbox.esi.chi.contradiction", domain, chi.contradiction());
            });
    report.changes().forEach(change -> changed(change.parameter(), change.by()));
  }

  /** Where the time went: the parts of the overhead, and what it is a share of. */
  private void spent(String domain, Costs costs) {
    Map.of(
            "decoding", costs.decoding(),
            "markers", costs.markers(),
            "scaffold", costs.scaffold(),
            "critics", costs.critics(),
            "tools", costs.tools(),
            "own", costs.own())
        .forEach(
            (part, time) ->
                registry.timer("glassbox.esi.time", "domain", domain, "part", part).record(time));
  }

  /** What the controllers changed after a run, and what it was warned of. */
  void count(HistoryEntry entry) {
    entry.changes().forEach(change -> changed(change.parameter(), change.by()));
    entry
        .alerts()
        .forEach(
            alert -> registry.counter("glassbox.esi.alerts", "kind", alert.kind()).increment());
  }

  private void changed(String parameter, String by) {
    registry.counter("glassbox.esi.changes", "parameter", parameter, "by", by).increment();
  }

  private void summary(String name, String domain, double value) {
    DistributionSummary.builder(name)
        .tag("domain", domain)
        .publishPercentiles(.5, .95)
        .register(registry)
        .record(value);
  }
}

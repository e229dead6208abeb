package glassbox.gateway.esi;

import glassbox.esi.config.EsiConfiguration;
import glassbox.esi.orchestration.RunReport;
import glassbox.esi.parameter.AlertRules;
import glassbox.esi.parameter.DomainState;
import glassbox.esi.parameter.Observation;
import glassbox.esi.parameter.Parameters;
import glassbox.esi.parameter.Symptom;
import glassbox.shell.history.HistoryException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The parameters of each domain's runs between runs. Every change is in the history before a run
 * begins with it, and a restart goes on from there; what cannot be written is not changed. Another
 * configuration begins anew. Each gateway has its own; what a run began with and changed stands in
 * its record for ever.
 */
@Component
final class ParameterBook {
  private static final Logger LOG = LoggerFactory.getLogger(ParameterBook.class);

  private final ParameterHistory history;
  private final EsiMeters meters;
  private final Clock clock;

  ParameterBook(ParameterHistory history, EsiMeters meters, Clock clock) {
    this.history = history;
    this.meters = meters;
    this.clock = clock;
  }

  /** What the next run of a domain starts with. */
  synchronized Parameters parameters(EsiConfiguration current, String domain) {
    return state(current, domain).parameters();
  }

  /** Share of a domain's recent runs that looped, contradicted themselves or failed, in [0, 1]. */
  synchronized double history(String domain) {
    return history.standing(domain).map(Standing::trouble).orElse(0.0);
  }

  /**
   * Learns from a run whose answer was judged; not from one that began under a configuration that
   * another one followed meanwhile.
   */
  synchronized void observe(EsiConfiguration current, RunReport report) {
    Optional<Observation> observation = report.observation();
    if (observation.isEmpty() || !current.hash().equals(history.configuration())) {
      return;
    }
    String domain = report.domain();
    DomainState next = state(current, domain).after(current, AlertRules.DEFAULT, observation.get());
    boolean trouble =
        next.symptoms().contains(Symptom.LOOPS)
            || next.symptoms().contains(Symptom.CONTRADICTIONS)
            || !report.end().committed();
    String earlier = history.standing(domain).map(Standing::troubled).orElse("");
    add(
        new HistoryEntry(
            clock.instant(),
            current.hash(),
            domain,
            report.runId(),
            Standing.of(next, earlier, trouble),
            next.changes(),
            next.alerts().stream().map(HistoryEntry.Raised::of).toList()));
  }

  private DomainState state(EsiConfiguration current, String domain) {
    if (!current.hash().equals(history.configuration())) {
      add(HistoryEntry.configured(clock.instant(), current.hash()));
    }
    boolean same = current.hash().equals(history.configuration());
    return (same ? history.standing(domain) : Optional.<Standing>empty())
        .map(standing -> standing.state(domain))
        .orElseGet(() -> DomainState.of(current, domain));
  }

  private void add(HistoryEntry entry) {
    try {
      history.add(entry);
      meters.count(entry);
    } catch (HistoryException e) {
      LOG.error("No parameter was changed, for the change cannot be written", e);
    }
  }

  /** How the domains stand that had runs. */
  synchronized List<DomainState> states() {
    return history.domains().stream()
        .flatMap(domain -> history.standing(domain).map(s -> s.state(domain)).stream())
        .toList();
  }
}

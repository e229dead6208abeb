package glassbox.gateway.esi;

import glassbox.esi.config.EsiConfiguration;
import glassbox.esi.orchestration.RunReport;
import glassbox.esi.parameter.Alert;
import glassbox.esi.parameter.AlertRules;
import glassbox.esi.parameter.DomainState;
import glassbox.esi.parameter.Observation;
import glassbox.esi.parameter.ParameterChange;
import glassbox.esi.parameter.Parameters;
import glassbox.esi.parameter.Symptom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The parameters of each domain's runs between runs, with their history: what was changed, by whom,
 * why and after which run. Another configuration begins anew. Kept in memory, by each gateway for
 * its own runs; what a run began with and changed stands in its record for ever.
 */
@Component
final class ParameterBook {
  private static final int REMEMBERED = 1000;
  private static final int RECENT = 20;

  private final Clock clock;
  private final Map<String, DomainState> states = new HashMap<>();
  private final Map<String, Deque<Boolean>> troubled = new HashMap<>();
  private final Deque<Noted> history = new ArrayDeque<>();
  private final Deque<Raised> alerts = new ArrayDeque<>();
  private String configuration = "";

  ParameterBook(Clock clock) {
    this.clock = clock;
  }

  /** A change after a run. */
  record Noted(Instant at, String domain, UUID runId, ParameterChange change) {}

  /** An alert of a run. */
  record Raised(Instant at, String domain, UUID runId, Alert alert) {}

  /** What the next run of a domain starts with. */
  synchronized Parameters parameters(EsiConfiguration current, String domain) {
    return state(current, domain).parameters();
  }

  /** Share of a domain's recent runs that looped, contradicted themselves or failed, in [0, 1]. */
  synchronized double history(String domain) {
    Deque<Boolean> recent = troubled.getOrDefault(domain, new ArrayDeque<>());
    return recent.isEmpty()
        ? 0
        : (double) recent.stream().filter(Boolean::booleanValue).count() / recent.size();
  }

  /** Learns from a run whose answer was judged. */
  synchronized void observe(EsiConfiguration current, RunReport report) {
    Optional<Observation> observation = report.observation();
    if (observation.isEmpty()) {
      return;
    }
    String domain = report.domain();
    DomainState next = state(current, domain).after(current, AlertRules.DEFAULT, observation.get());
    states.put(domain, next);
    Instant now = clock.instant();
    next.changes().forEach(c -> keep(history, new Noted(now, domain, report.runId(), c)));
    next.alerts().forEach(a -> keep(alerts, new Raised(now, domain, report.runId(), a)));
    boolean trouble =
        next.symptoms().contains(Symptom.LOOPS)
            || next.symptoms().contains(Symptom.CONTRADICTIONS)
            || !report.end().committed();
    Deque<Boolean> recent = troubled.computeIfAbsent(domain, _ -> new ArrayDeque<>());
    recent.addLast(trouble);
    if (recent.size() > RECENT) {
      recent.removeFirst();
    }
  }

  private DomainState state(EsiConfiguration current, String domain) {
    if (!current.hash().equals(configuration)) {
      configuration = current.hash();
      states.clear();
      troubled.clear();
    }
    return states.computeIfAbsent(domain, name -> DomainState.of(current, name));
  }

  private static <T> void keep(Deque<T> items, T latest) {
    items.addFirst(latest);
    if (items.size() > REMEMBERED) {
      items.removeLast();
    }
  }

  /** How the domains stand that had runs. */
  synchronized List<DomainState> states() {
    return states.values().stream().sorted((a, b) -> a.domain().compareTo(b.domain())).toList();
  }

  /** Changes, the latest first. */
  synchronized List<Noted> changes() {
    return new ArrayList<>(history);
  }

  /** Alerts, the latest first. */
  synchronized List<Raised> alerts() {
    return new ArrayList<>(alerts);
  }
}

package glassbox.gateway.esi;

import glassbox.contracts.verdict.QuarantineHistory;
import glassbox.esi.heat.Heat;
import glassbox.esi.parameter.Alert;
import glassbox.esi.parameter.DomainState;
import glassbox.gateway.downstream.Critics;
import glassbox.gateway.downstream.DownstreamRefused;
import glassbox.gateway.downstream.DownstreamUnavailable;
import glassbox.gateway.esi.ParameterHistory.Numbered;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The outward form of configuration, parameters and alerts. */
@Component
final class EsiViews {
  private static final int MOST = 200;

  private final Configurations configurations;
  private final ParameterBook book;
  private final ParameterHistory history;
  private final Critics critics;

  EsiViews(
      Configurations configurations,
      ParameterBook book,
      ParameterHistory history,
      Critics critics) {
    this.configurations = configurations;
    this.book = book;
    this.history = history;
    this.critics = critics;
  }

  /**
   * How runs go.
   *
   * @param configurationHash of what is in force
   * @param since when it is
   * @param refused why the file that is there now is not in force; null where it is
   * @param domains that had runs since then
   * @param history changes of parameters, newest first
   */
  record EsiView(
      String configurationHash,
      Instant since,
      @Nullable String refused,
      List<DomainView> domains,
      List<ChangeView> history) {
    EsiView {
      domains = List.copyOf(domains);
      history = List.copyOf(history);
    }
  }

  /** What the next run of a domain starts with, and averages over its runs. */
  record DomainView(
      String domain,
      List<Double> temps,
      List<Double> topP,
      double starch,
      int runs,
      double csa,
      double chi) {
    DomainView {
      temps = List.copyOf(temps);
      topP = List.copyOf(topP);
    }
  }

  /** A change: when, after which run, by whom, and why. */
  record ChangeView(
      Instant at,
      String domain,
      UUID runId,
      String parameter,
      double before,
      double after,
      String by,
      String reason) {}

  /**
   * What changed, and why.
   *
   * @param entries of the whole history: one a run that was learned from, and one a configuration
   * @param head hex SHA-256 that stands for all of them; 64 zeros for none
   * @param history entries with changes or alerts, and configurations, newest first
   * @param next what to ask for as {@code before} to go on; null at the end
   */
  record HistoryView(long entries, String head, List<EntryView> history, @Nullable Long next) {
    HistoryView {
      history = List.copyOf(history);
    }
  }

  /**
   * An entry of the history.
   *
   * @param number from 1
   * @param hash hex SHA-256 over the entry before and this one
   * @param at when
   * @param configuration hash of what was in force from here on
   * @param domain of the run; null where another configuration came into force
   * @param runId likewise
   * @param changes that followed from the run
   * @param alerts that it raised
   */
  record EntryView(
      long number,
      String hash,
      Instant at,
      String configuration,
      @Nullable String domain,
      @Nullable UUID runId,
      List<ChangeView> changes,
      List<AlertView> alerts) {
    EntryView {
      changes = List.copyOf(changes);
      alerts = List.copyOf(alerts);
    }
  }

  /**
   * Alerts, newest first.
   *
   * @param alerts of runs, and of pairs of critics
   * @param criticsSilence why the critics' own are not among them; null where they are
   */
  record AlertsView(List<AlertView> alerts, @Nullable String criticsSilence) {
    AlertsView {
      alerts = List.copyOf(alerts);
    }
  }

  /**
   * An alert: what was observed, the bar it crossed, what is done about it.
   *
   * @param runId null for a pair of critics
   */
  record AlertView(
      Instant at,
      @Nullable UUID runId,
      String kind,
      String about,
      double value,
      double bar,
      String remedy) {}

  EsiView esi() {
    Configurations.InForce current = configurations.current();
    return new EsiView(
        current.configuration().hash(),
        current.since(),
        configurations.refused().orElse(null),
        book.states().stream().map(EsiViews::domain).toList(),
        history.remarkable().stream().flatMap(EsiViews::changes).limit(MOST).toList());
  }

  /**
   * A page of the history.
   *
   * @param before only entries with a smaller number; null for the newest
   */
  HistoryView history(@Nullable Long before, int limit) {
    List<EntryView> found =
        history.remarkable().stream()
            .filter(numbered -> before == null || numbered.number() < before)
            .limit(limit + 1L)
            .map(EsiViews::entry)
            .toList();
    List<EntryView> page = found.subList(0, Math.min(limit, found.size()));
    return new HistoryView(
        history.size(),
        history.head(),
        page,
        found.size() > limit ? page.getLast().number() : null);
  }

  private static EntryView entry(Numbered numbered) {
    HistoryEntry entry = numbered.entry();
    return new EntryView(
        numbered.number(),
        numbered.hash(),
        entry.at(),
        entry.configuration(),
        entry.domain(),
        entry.runId(),
        changes(numbered).toList(),
        alerts(numbered).toList());
  }

  AlertsView alerts() {
    Stream<AlertView> own = history.remarkable().stream().flatMap(EsiViews::alerts);
    try {
      Stream<AlertView> pairs =
          critics.quarantine().events().stream()
              .filter(event -> event.delta() != null && event.bar() != null)
              .map(EsiViews::alert);
      return new AlertsView(newest(Stream.concat(own, pairs)), null);
    } catch (DownstreamUnavailable e) {
      return new AlertsView(newest(own), e.reason().label());
    } catch (DownstreamRefused e) {
      return new AlertsView(newest(own), "refused");
    }
  }

  private static List<AlertView> newest(Stream<AlertView> alerts) {
    return alerts.sorted(Comparator.comparing(AlertView::at).reversed()).limit(MOST).toList();
  }

  private static DomainView domain(DomainState state) {
    List<Heat> heats =
        Stream.of(
                state.parameters().schedule().outline(),
                state.parameters().schedule().draft(),
                state.parameters().schedule().verify())
            .toList();
    return new DomainView(
        state.domain(),
        heats.stream().map(Heat::temperature).toList(),
        heats.stream().map(Heat::topP).toList(),
        state.parameters().starch(),
        state.averages().runs(),
        state.averages().csa(),
        state.averages().chi());
  }

  private static Stream<ChangeView> changes(Numbered numbered) {
    HistoryEntry entry = numbered.entry();
    return entry.changes().stream()
        .map(
            change ->
                new ChangeView(
                    entry.at(),
                    Objects.requireNonNull(entry.domain()),
                    Objects.requireNonNull(entry.runId()),
                    change.parameter(),
                    change.before(),
                    change.after(),
                    change.by(),
                    change.reason()));
  }

  private static Stream<AlertView> alerts(Numbered numbered) {
    HistoryEntry entry = numbered.entry();
    return entry.alerts().stream()
        .map(
            alert ->
                new AlertView(
                    entry.at(),
                    entry.runId(),
                    alert.kind(),
                    alert.about(),
                    alert.value(),
                    alert.bar(),
                    alert.remedy()));
  }

  /** A pair of critics whose order mattered. */
  private static AlertView alert(QuarantineHistory.Event event) {
    return new AlertView(
        event.at(),
        null,
        EsiRecords.lower(Alert.Kind.ORDER_SENSITIVE),
        event.reason(),
        Objects.requireNonNull(event.delta()),
        Objects.requireNonNull(event.bar()),
        "quarantine " + event.critic());
  }
}

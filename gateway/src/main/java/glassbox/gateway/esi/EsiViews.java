package glassbox.gateway.esi;

import glassbox.esi.heat.Heat;
import glassbox.esi.parameter.Alert;
import glassbox.esi.parameter.DomainState;
import glassbox.esi.parameter.ParameterChange;
import java.time.Instant;
import java.util.List;
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

  EsiViews(Configurations configurations, ParameterBook book) {
    this.configurations = configurations;
    this.book = book;
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

  /** Alerts, newest first. */
  record AlertsView(List<AlertView> alerts) {
    AlertsView {
      alerts = List.copyOf(alerts);
    }
  }

  /** An alert: what was observed, the bar it crossed, what is done about it. */
  record AlertView(
      Instant at, UUID runId, String kind, String about, double value, double bar, String remedy) {}

  EsiView esi() {
    Configurations.InForce current = configurations.current();
    return new EsiView(
        current.configuration().hash(),
        current.since(),
        configurations.refused().orElse(null),
        book.states().stream().map(EsiViews::domain).toList(),
        book.changes().stream().limit(MOST).map(EsiViews::change).toList());
  }

  AlertsView alerts() {
    return new AlertsView(book.alerts().stream().limit(MOST).map(EsiViews::alert).toList());
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

  private static ChangeView change(ParameterBook.Noted noted) {
    ParameterChange change = noted.change();
    return new ChangeView(
        noted.at(),
        noted.domain(),
        noted.runId(),
        change.parameter(),
        change.before(),
        change.after(),
        change.by(),
        change.reason());
  }

  private static AlertView alert(ParameterBook.Raised raised) {
    Alert alert = raised.alert();
    return new AlertView(
        raised.at(),
        raised.runId(),
        EsiRecords.lower(alert.kind()),
        alert.about(),
        alert.value(),
        alert.bar(),
        remedy(alert.remedy()));
  }

  private static String remedy(Alert.Remedy remedy) {
    return switch (remedy) {
      case Alert.Remedy.CoolVerification _ -> "cool_verification";
      case Alert.Remedy.Quarantine(String critic) -> "quarantine " + critic;
      case Alert.Remedy.BlockCommit _ -> "block_commit";
      case Alert.Remedy.WarmDraft _ -> "warm_draft";
      case Alert.Remedy.LessStructure _ -> "less_structure";
    };
  }
}

package glassbox.esi.parameter;

import glassbox.esi.config.EsiConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How a domain's runs stand.
 *
 * @param domain its name
 * @param parameters that the next run starts with
 * @param averages over its runs
 * @param symptoms of the last run
 * @param alerts of the last run
 * @param changes that followed from the last run, for the history
 */
public record DomainState(
    String domain,
    Parameters parameters,
    Averages averages,
    Set<Symptom> symptoms,
    List<Alert> alerts,
    List<ParameterChange> changes) {
  public DomainState {
    symptoms = Set.copyOf(symptoms);
    alerts = List.copyOf(alerts);
    changes = List.copyOf(changes);
  }

  /**
   * As configured, before any run.
   *
   * @throws IllegalArgumentException when there is no such domain
   */
  public static DomainState of(EsiConfiguration configuration, String domain) {
    return new DomainState(
        domain,
        Parameters.of(configuration, domain),
        Averages.NONE,
        Set.of(),
        List.of(),
        List.of());
  }

  /** After one more run. Parameters change only where controllers are enabled. */
  public DomainState after(EsiConfiguration configuration, AlertRules rules, Observation run) {
    Averages next = averages.with(run);
    var tuner = new Tuner(configuration);
    Set<Symptom> seen = tuner.symptoms(averages, next, run);
    List<Alert> raised = rules.of(domain, averages, next, run);
    if (!configuration.controllers().enabled()) {
      return new DomainState(domain, parameters, next, seen, raised, List.of());
    }
    Adjustment tuned = tuner.tuned(parameters, seen);
    var remedies = new Adjustment(tuned.parameters(), configuration);
    raised.forEach(alert -> remedy(remedies, alert, seen));
    if (!seen.contains(Symptom.DISAGREEMENT)) {
      double configured = configuration.domain(domain).schedule().verify().temperature();
      remedies.restoreVerify(configured);
    }
    var changes = new ArrayList<>(tuned.changes());
    changes.addAll(remedies.changes());
    return new DomainState(domain, remedies.parameters(), next, seen, raised, changes);
  }

  /** What a symptom already brought about is not done twice. */
  private static void remedy(Adjustment to, Alert alert, Set<Symptom> seen) {
    switch (alert.remedy()) {
      case Alert.Remedy.CoolVerification cool -> {
        if (!seen.contains(Symptom.DISAGREEMENT)) {
          to.coolVerify();
          to.planToTrace("agreement is low");
        }
      }
      case Alert.Remedy.WarmDraft warm -> {
        if (!seen.contains(Symptom.COLLAPSE)) {
          to.warmDraft("chi spiked");
        }
      }
      case Alert.Remedy.LessStructure less -> to.lessStarch("structure costs too much");
      case Alert.Remedy.BlockCommit block -> {}
    }
  }
}

package glassbox.esi.parameter;

import java.util.ArrayList;
import java.util.List;

/**
 * When something is wrong in a run. Pairs of critics whose order matters are watched, and kept from
 * voting, by the service that runs them.
 *
 * @param csa least seven-run average of agreement
 * @param chi phase label
 * @param cost largest share of the decode time
 */
public record AlertRules(double csa, double chi, double cost) {

  /** Parts 8.7 and 12.4 of the source: .67, .40, 8%. */
  public static final AlertRules DEFAULT = new AlertRules(0.67, 0.40, 0.08);

  /** Alerts of one run of a domain. */
  public List<Alert> of(String domain, Averages before, Averages after, Observation run) {
    var alerts = new ArrayList<Alert>();
    if (after.csa() < csa) {
      alerts.add(
          new Alert(
              Alert.Kind.CSA_LOW, after.csa(), csa, domain, new Alert.Remedy.CoolVerification()));
    }
    run.redundancy()
        .filter(fragments -> fragments < run.fragmentsPerClaim())
        .ifPresent(
            fragments ->
                alerts.add(
                    new Alert(
                        Alert.Kind.EVIDENCE_SHORT,
                        fragments,
                        run.fragmentsPerClaim(),
                        domain,
                        new Alert.Remedy.BlockCommit())));
    run.chi()
        .filter(measured -> measured.value() > chi && before.runs() > 0 && before.chi() <= chi)
        .ifPresent(
            measured ->
                alerts.add(
                    new Alert(
                        Alert.Kind.CHI_SPIKE,
                        measured.value(),
                        chi,
                        domain,
                        new Alert.Remedy.WarmDraft())));
    if (run.costShare() > cost) {
      alerts.add(
          new Alert(
              Alert.Kind.COSTLY, run.costShare(), cost, domain, new Alert.Remedy.LessStructure()));
    }
    return alerts;
  }
}

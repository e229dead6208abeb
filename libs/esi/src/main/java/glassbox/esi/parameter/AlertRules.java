package glassbox.esi.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When something is wrong.
 *
 * @param csa least seven-run average of agreement
 * @param delta largest order sensitivity of a pair of critics
 * @param chi phase label
 * @param cost largest share of the decode time
 */
public record AlertRules(double csa, double delta, double chi, double cost) {

  /** Parts 8.7 and 12.4 of the source: .67, .05, .40, 8%. */
  public static final AlertRules DEFAULT = new AlertRules(0.67, 0.05, 0.40, 0.08);

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

  /**
   * The alert of a pair of critics.
   *
   * @param noisier which of them changed its mind more often
   */
  public Optional<Alert> order(String first, String second, double measured, String noisier) {
    return measured > delta
        ? Optional.of(
            new Alert(
                Alert.Kind.ORDER_SENSITIVE,
                measured,
                delta,
                first + ", " + second,
                new Alert.Remedy.Quarantine(noisier)))
        : Optional.empty();
  }
}

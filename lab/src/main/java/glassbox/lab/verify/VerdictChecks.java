package glassbox.lab.verify;

import glassbox.lab.verify.VerdictArithmetic.Said;
import glassbox.lab.verify.VerdictArithmetic.Vote;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Recomputes what the critics' report derives from its verdicts, and the run's decision. */
final class VerdictChecks {
  private static final double TOLERANCE = 1e-9;
  private static final int MOST_VERDICTS = 1_000;
  private static final Pattern CSA_BAR = Pattern.compile("CSA is [0-9.]+, below ([0-9.]+)");
  private static final Pattern CHI_BAR = Pattern.compile("chi is [0-9.]+, above ([0-9.]+)");

  private final JsonNode report;
  private final Bars bars;
  private final List<Finding> wrong = new ArrayList<>();
  private final List<Vote> votes = new ArrayList<>();

  private VerdictChecks(JsonNode report, Bars bars) {
    this.report = report;
    this.bars = bars;
  }

  static CheckResult check(Envelope envelope, Bars bars) {
    if (envelope.report().isEmpty()) {
      return envelope.decision().equals("ungated")
          ? CheckResult.notChecked(Check.VERDICTS, "no critics ran; the record says ungated")
          : CheckResult.wrong(
              Check.VERDICTS, "the decision is %s, but no critics ran", envelope.decision());
    }
    try {
      return new VerdictChecks(envelope.report().get(), PhaseChecks.bars(envelope, bars))
          .all(envelope);
    } catch (Envelope.Unreadable e) {
      return CheckResult.wrong(
          Check.VERDICTS, "the critics' report: %s", String.valueOf(e.getMessage()));
    }
  }

  private CheckResult all(Envelope envelope) {
    String decision = envelope.decision();
    JsonNode verdicts = Envelope.array(report, "verdicts");
    if (verdicts.size() > MOST_VERDICTS) {
      throw new Envelope.Unreadable("more than " + MOST_VERDICTS + " verdicts");
    }
    verdicts.forEach(this::verdict);
    wrong.addAll(ScoreChecks.wrong(report));
    double csa = VerdictArithmetic.csa(votes);
    same("CSA", Envelope.number(report, "csa"), csa);
    double chi = report.has("chi") ? chi(report.get("chi")) : Double.NaN;
    JsonNode gate = report.path("gate");
    String outcome = Envelope.text(gate, "outcome");
    double csaBar = bar(gate, CSA_BAR, bars.csa());
    double chiBar = bar(gate, CHI_BAR, bars.chi());
    gate(outcome, chi, csaBar, chiBar);
    if (outcome.equals("commit") != Envelope.array(gate, "reasons").isEmpty()) {
      wrong.add(Finding.of("the gate's outcome %s does not go with its reasons", outcome));
    }
    String follows = outcome.equals("commit") ? "committed" : "provisional";
    if (!decision.equals(follows) && !PhaseChecks.stricter(envelope)) {
      wrong.add(Finding.of("the gate says %s, the run's decision is %s", outcome, decision));
    }
    return CheckResult.of(
        Check.VERDICTS,
        wrong,
        "%d verdicts: CSA %s, chi %s, gate %s by the bars %s and %s, decision %s",
        votes.size(),
        number(csa),
        Double.isNaN(chi) ? "unknown" : number(chi),
        outcome,
        number(csaBar),
        number(chiBar),
        decision);
  }

  private void verdict(JsonNode verdict) {
    String critic = Envelope.text(verdict, "critic");
    Said said =
        switch (Envelope.text(verdict, "outcome")) {
          case "passed" -> Said.PASSED;
          case "flagged" -> Said.FLAGGED;
          case "unavailable" -> Said.UNAVAILABLE;
          default -> throw new Envelope.Unreadable("an outcome that no critic has");
        };
    int checks = Envelope.integer(verdict, "checks");
    int failed = Envelope.array(verdict, "findings").size();
    if ((said == Said.FLAGGED) != (failed > 0) || checks < failed) {
      wrong.add(Finding.of("%s is %s with %d findings of %d checks", critic, said, failed, checks));
    }
    votes.add(new Vote(critic, said, verdict.path("mandatory").asBoolean(false), checks, failed));
  }

  private double chi(JsonNode chi) {
    double value = Envelope.number(chi, "value");
    double collapse = Envelope.number(chi, "collapse");
    double loop = Envelope.number(chi, "loop");
    double contradiction = Envelope.number(chi, "contradiction");
    same("chi", value, Math.clamp(collapse + loop + contradiction, 0, 1));
    double entropy = Envelope.number(chi, "mean_normalized_entropy");
    part("E", collapse, bars.collapse(), 1 - entropy);
    part("L", loop, bars.loop(), rate("L", chi.path("loop_rate")));
    part("C", contradiction, bars.contradiction(), rate("C", chi.path("contradiction_rate")));
    int failed = VerdictArithmetic.failed(votes);
    int checks = VerdictArithmetic.checks(votes);
    JsonNode rate = chi.path("contradiction_rate");
    if (Envelope.integer(rate, "count") != failed || Envelope.integer(rate, "total") != checks) {
      wrong.add(Finding.of("C is not the %d failed of %d checks of the verdicts", failed, checks));
    }
    return value;
  }

  private void part(String name, double recorded, double weight, double value) {
    if (!(Math.abs(recorded - weight * value) <= TOLERANCE)) {
      wrong.add(
          Finding.of(
              "chi's part of %s is %s, but %s times %s is %s (where the operator runs with other"
                  + " weights, give them: --chi-weights)",
              name, number(recorded), number(weight), number(value), number(weight * value)));
    }
  }

  private double rate(String name, JsonNode rate) {
    int count = Envelope.integer(rate, "count");
    int total = Envelope.integer(rate, "total");
    if (count < 0 || count > total) {
      throw new Envelope.Unreadable(name + " counts " + count + " of " + total);
    }
    double value = Envelope.number(rate, "value");
    same(name, value, total == 0 ? 0 : (double) count / total);
    same(
        "the interval of " + name,
        Envelope.number(rate, "low"),
        VerdictArithmetic.wilsonLow(count, total));
    same(
        "the interval of " + name,
        Envelope.number(rate, "high"),
        VerdictArithmetic.wilsonHigh(count, total));
    return value;
  }

  private void gate(String outcome, double chi, double csaBar, double chiBar) {
    String decided = VerdictArithmetic.gate(votes, chi, csaBar, chiBar);
    if (!decided.equals(outcome)) {
      wrong.add(
          Finding.of(
              "the gate says %s, but by the bars %s and %s it is %s (where the operator runs with"
                  + " other bars, give them: --gate-csa, --gate-chi)",
              outcome, number(csaBar), number(chiBar), decided));
    }
  }

  /** The bar that a reason names, else the one given. */
  private static double bar(JsonNode gate, Pattern pattern, double given) {
    for (JsonNode reason : Envelope.array(gate, "reasons")) {
      Matcher matcher = pattern.matcher(reason.asString(""));
      if (matcher.matches()) {
        try {
          return Double.parseDouble(matcher.group(1));
        } catch (NumberFormatException e) {
          throw new Envelope.Unreadable("a reason of the gate names no number");
        }
      }
    }
    return given;
  }

  private void same(String name, double recorded, double recomputed) {
    if (!(Math.abs(recorded - recomputed) <= TOLERANCE)) {
      wrong.add(Finding.of("%s is %s, recomputed %s", name, number(recorded), number(recomputed)));
    }
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}

package glassbox.gateway.esi;

import glassbox.contracts.trace.RunTrace;
import glassbox.esi.heat.HeatSchedule;
import glassbox.esi.orchestration.RunReport;
import glassbox.esi.redaction.Masked;
import glassbox.esi.redaction.Redactor;
import glassbox.esi.trace.Claim;
import glassbox.esi.trace.Fragment;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** A run's evidence as it is stored: personal data masked, hashes over what is left. */
final class Traces {
  private static final int VERSION = 1;

  private Traces() {}

  static RunTrace of(RunReport report, String federation) {
    HeatSchedule schedule = report.schedule();
    return new RunTrace(
        VERSION,
        report.runId(),
        report.trace().fragments().stream().map(Traces::fragment).toList(),
        report.trace().claims().stream().map(Traces::claim).toList(),
        new RunTrace.Provenance(
            federation,
            List.of(
                schedule.outline().temperature(),
                schedule.draft().temperature(),
                schedule.verify().temperature()),
            List.of(schedule.outline().topP(), schedule.draft().topP(), schedule.verify().topP()),
            report.starch()));
  }

  private static RunTrace.Fragment fragment(Fragment fragment) {
    Masked input = Redactor.mask(fragment.input());
    Masked output = Redactor.mask(fragment.output());
    Fragment stored =
        Fragment.of(
            fragment.kind(),
            fragment.tool(),
            fragment.id(),
            input.text(),
            output.text(),
            fragment.at().truncatedTo(ChronoUnit.MILLIS));
    List<RunTrace.Redaction> redactions = new ArrayList<>(redactions("input", input));
    redactions.addAll(redactions("output", output));
    return new RunTrace.Fragment(
        stored.kind(),
        stored.tool(),
        stored.id(),
        stored.input(),
        stored.output(),
        stored.hash(),
        stored.at(),
        redactions);
  }

  private static RunTrace.Claim claim(Claim claim) {
    Masked text = Redactor.mask(claim.text());
    return new RunTrace.Claim(claim.id(), text.text(), claim.supports(), redactions("text", text));
  }

  private static List<RunTrace.Redaction> redactions(String member, Masked masked) {
    return masked.marks().stream()
        .map(mark -> new RunTrace.Redaction(member, mark.kind(), mark.start(), mark.end()))
        .toList();
  }
}

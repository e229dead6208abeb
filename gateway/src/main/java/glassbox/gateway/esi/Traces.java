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
import java.util.stream.Stream;

/** A run's evidence as it is stored: personal data masked, hashes over what is left. */
final class Traces {
  private static final int VERSION = 1;

  private Traces() {}

  /** The evidence of all agents; ids of several have the agent's name before them. */
  static RunTrace of(RunParts parts, String federation) {
    RunReport report = parts.speaker().report();
    HeatSchedule schedule = report.schedule();
    return new RunTrace(
        VERSION,
        report.runId(),
        parts.all().stream().flatMap(Traces::fragments).toList(),
        parts.all().stream().flatMap(Traces::claims).toList(),
        new RunTrace.Provenance(
            federation,
            List.of(
                schedule.outline().temperature(),
                schedule.draft().temperature(),
                schedule.verify().temperature()),
            List.of(schedule.outline().topP(), schedule.draft().topP(), schedule.verify().topP()),
            report.starch()));
  }

  private static Stream<RunTrace.Fragment> fragments(Part part) {
    return part.report().trace().fragments().stream()
        .map(fragment -> fragment(fragment, part.named(fragment.id())));
  }

  private static Stream<RunTrace.Claim> claims(Part part) {
    return part.report().trace().claims().stream().map(claim -> claim(claim, part));
  }

  private static RunTrace.Fragment fragment(Fragment fragment, String id) {
    Masked input = Redactor.mask(fragment.input());
    Masked output = Redactor.mask(fragment.output());
    Fragment stored =
        Fragment.of(
            fragment.kind(),
            fragment.tool(),
            id,
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

  private static RunTrace.Claim claim(Claim claim, Part part) {
    Masked text = Redactor.mask(claim.text());
    return new RunTrace.Claim(
        part.named(claim.id()),
        text.text(),
        claim.supports().stream().map(part::named).toList(),
        redactions("text", text));
  }

  private static List<RunTrace.Redaction> redactions(String member, Masked masked) {
    return masked.marks().stream()
        .map(mark -> new RunTrace.Redaction(member, mark.kind(), mark.start(), mark.end()))
        .toList();
  }
}

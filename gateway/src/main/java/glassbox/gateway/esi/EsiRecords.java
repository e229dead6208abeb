package glassbox.gateway.esi;

import glassbox.contracts.esi.AgentsRecord;
import glassbox.contracts.esi.EsiRecord;
import glassbox.contracts.trace.RunTrace;
import glassbox.contracts.trace.TraceSummary;
import glassbox.contracts.verdict.Verdict.Outcome;
import glassbox.critics.Verdict;
import glassbox.critics.chi.Chi;
import glassbox.esi.config.EsiConfiguration;
import glassbox.esi.heat.Heat;
import glassbox.esi.judging.Ballot;
import glassbox.esi.orchestration.Costs;
import glassbox.esi.orchestration.Judgement;
import glassbox.esi.orchestration.PassRecord;
import glassbox.esi.orchestration.RunReport;
import glassbox.esi.run.Block;
import glassbox.esi.run.Diagnostic;
import glassbox.esi.volatility.Volatility;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What of a run's report goes into its envelope: numbers, names and hashes, no text. */
final class EsiRecords {
  private static final double NANOS_PER_MILLI = 1e6;

  private EsiRecords() {}

  /**
   * The record, its trace not committed to yet.
   *
   * @param trace as it will be stored
   * @param agents what several agents came to; null for a run of one
   */
  static EsiRecord of(
      RunParts parts,
      EsiConfiguration configuration,
      RunTrace trace,
      @Nullable AgentsRecord agents) {
    RunReport report = parts.speaker().report();
    return new EsiRecord(
        report.domain(),
        report.configurationHash(),
        volatility(report.volatility()),
        starch(report),
        Stream.of(
                report.schedule().outline(), report.schedule().draft(), report.schedule().verify())
            .map(EsiRecords::heat)
            .toList(),
        new EsiRecord.Bars(configuration.bars().csa(), configuration.bars().chi()),
        stages(report),
        parts.all().stream().flatMap(EsiRecords::passes).toList(),
        judgements(report),
        changes(report),
        report.end().repairs(),
        report.end().restarts(),
        report.end().fallback(),
        failure(report),
        summary(report, trace),
        costs(parts.all().stream().map(part -> part.report().costs()).toList()),
        agents);
  }

  static EsiRecord.Starch starch(RunReport report) {
    return new EsiRecord.Starch(report.starch(), report.starchTokens(), report.scaffoldTokens());
  }

  static List<EsiRecord.Stage> stages(RunReport report) {
    return report.history().stream()
        .map(s -> new EsiRecord.Stage(lower(s.stage()), s.at(), s.fallback()))
        .toList();
  }

  static List<EsiRecord.Judgement> judgements(RunReport report) {
    return report.judgements().stream().map(EsiRecords::judgement).toList();
  }

  static List<EsiRecord.Change> changes(RunReport report) {
    return report.changes().stream()
        .map(c -> new EsiRecord.Change(c.parameter(), c.before(), c.after(), c.by(), c.reason()))
        .toList();
  }

  static EsiRecord.@Nullable Failure failure(RunReport report) {
    @Nullable Diagnostic diagnostic = report.end().diagnostic();
    return diagnostic == null ? null : failure(diagnostic);
  }

  private static Stream<EsiRecord.Pass> passes(Part part) {
    return part.report().passes().stream().map(pass -> pass(pass, part.agent()));
  }

  private static EsiRecord.Volatility volatility(Volatility v) {
    return new EsiRecord.Volatility(v.value(), v.length(), v.symbols(), v.ambiguity(), v.history());
  }

  private static EsiRecord.Heat heat(Heat heat) {
    return new EsiRecord.Heat(heat.temperature(), heat.topP());
  }

  private static EsiRecord.Pass pass(PassRecord pass, @Nullable String agent) {
    return new EsiRecord.Pass(
        pass.number(),
        lower(pass.stage()),
        pass.heat().temperature(),
        pass.heat().topP(),
        pass.seed(),
        pass.drawn(),
        pass.forced(),
        millis(pass.took()),
        pass.block().orElse(""),
        agent);
  }

  private static EsiRecord.Judgement judgement(Judgement judgement) {
    return new EsiRecord.Judgement(
        switch (judgement.phase()) {
          case CHECKS -> EsiRecord.Phase.CHECKS;
          case ANSWER -> EsiRecord.Phase.ANSWER;
        },
        judgement.ballots().stream().map(EsiRecords::ballot).toList(),
        judgement.csa(),
        judgement.chi().map(EsiRecords::chi).orElse(null),
        judgement.open());
  }

  private static EsiRecord.Ballot ballot(Ballot ballot) {
    int checks = 0;
    int findings = 0;
    Outcome outcome = Outcome.UNAVAILABLE;
    switch (ballot.verdict()) {
      case Verdict.Passed passed -> {
        outcome = Outcome.PASSED;
        checks = passed.checks();
      }
      case Verdict.Flagged flagged -> {
        outcome = Outcome.FLAGGED;
        checks = flagged.checks();
        findings = flagged.findings().size();
      }
      case Verdict.Unavailable _ -> {}
    }
    return new EsiRecord.Ballot(
        ballot.critic(),
        ballot.version(),
        ballot.configHash(),
        outcome,
        ballot.mandatory(),
        ballot.quarantined(),
        checks,
        findings);
  }

  private static EsiRecord.Chi chi(Chi chi) {
    return new EsiRecord.Chi(
        chi.value(), chi.collapse(), chi.loop(), chi.contradiction(), chi.diffuse());
  }

  private static EsiRecord.Failure failure(Diagnostic diagnostic) {
    @Nullable Block block = diagnostic.block();
    return new EsiRecord.Failure(lower(diagnostic.cause()), block == null ? null : block.name());
  }

  private static TraceSummary summary(RunReport report, RunTrace trace) {
    int redactions =
        trace.fragments().stream().mapToInt(f -> f.redactions().size()).sum()
            + trace.claims().stream().mapToInt(claim -> claim.redactions().size()).sum();
    return new TraceSummary(
        "",
        trace.fragments().stream()
            .map(f -> new TraceSummary.FragmentRef(f.id(), f.kind(), f.tool(), f.ts()))
            .toList(),
        trace.claims().stream()
            .map(claim -> new TraceSummary.ClaimRef(claim.id(), claim.supports()))
            .toList(),
        report.trace().redundancy().orElse(null),
        redactions);
  }

  /** Those of all agents together. */
  private static EsiRecord.Costs costs(List<Costs> parts) {
    Costs costs =
        new Costs(
            total(parts, Costs::decoding),
            total(parts, Costs::markers),
            total(parts, Costs::scaffold),
            total(parts, Costs::critics),
            total(parts, Costs::tools),
            total(parts, Costs::own));
    return new EsiRecord.Costs(
        millis(costs.decoding()),
        millis(costs.scaffold()),
        millis(costs.critics()),
        millis(costs.tools()),
        millis(costs.own()),
        costs.share());
  }

  private static Duration total(List<Costs> parts, Function<Costs, Duration> account) {
    return parts.stream().map(account).reduce(Duration.ZERO, Duration::plus);
  }

  private static double millis(Duration duration) {
    return duration.toNanos() / NANOS_PER_MILLI;
  }

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}

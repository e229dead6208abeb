package glassbox.gateway.esi;

import glassbox.contracts.verdict.CriticReport;
import glassbox.critics.Finding;
import glassbox.critics.Verdict;
import glassbox.critics.chi.Chi;
import glassbox.critics.chi.Rate;
import glassbox.esi.config.DomainProfile;
import glassbox.esi.judging.Ballot;
import glassbox.esi.judging.Report;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The critics' report from its wire form. What makes no sense is a critic that cannot judge. */
final class Reports {
  private Reports() {}

  /** Those of the profile's critics that were heard; others of the service do not vote here. */
  static Report of(CriticReport report, DomainProfile profile) {
    @Nullable List<String> listed = report.quarantined();
    Set<String> quarantined = Set.copyOf(listed == null ? List.of() : listed);
    return new Report(
        report.verdicts().stream()
            .filter(verdict -> profile.critics().contains(verdict.critic()))
            .map(verdict -> ballot(verdict, quarantined.contains(verdict.critic())))
            .toList(),
        Optional.ofNullable(report.chi()).map(Reports::chi));
  }

  private static Ballot ballot(glassbox.contracts.verdict.Verdict verdict, boolean quarantined) {
    return new Ballot(
        verdict.critic(),
        verdict.version(),
        verdict.configHash(),
        verdict.mandatory(),
        quarantined,
        verdict(verdict));
  }

  private static Verdict verdict(glassbox.contracts.verdict.Verdict said) {
    return switch (said.outcome()) {
      case PASSED ->
          said.findings().isEmpty()
              ? new Verdict.Passed(said.checks())
              : new Verdict.Unavailable("it passed with findings");
      case FLAGGED ->
          said.findings().isEmpty() || said.checks() < said.findings().size()
              ? new Verdict.Unavailable("it flagged without findings")
              : new Verdict.Flagged(
                  said.checks(), said.findings().stream().map(Reports::finding).toList());
      case UNAVAILABLE ->
          new Verdict.Unavailable(Objects.requireNonNullElse(said.reason(), "it did not say why"));
    };
  }

  private static Finding finding(glassbox.contracts.verdict.Finding finding) {
    int start = Math.max(0, finding.start());
    return new Finding(finding.message(), start, Math.max(start, finding.end()));
  }

  private static Chi chi(glassbox.contracts.verdict.Chi chi) {
    return new Chi(
        chi.value(),
        chi.collapse(),
        chi.loop(),
        chi.contradiction(),
        rate(chi.loopRate()),
        rate(chi.contradictionRate()),
        chi.meanNormalizedEntropy(),
        chi.diffuse(),
        Optional.ofNullable(chi.withoutFree()).map(Reports::withoutFree));
  }

  private static Chi.WithoutFree withoutFree(glassbox.contracts.verdict.Chi.WithoutFree part) {
    return new Chi.WithoutFree(
        part.value(), part.collapse(), part.meanNormalizedEntropy(), part.tokens());
  }

  private static Rate rate(glassbox.contracts.verdict.Rate rate) {
    return new Rate(rate.count(), rate.total(), rate.value(), rate.low(), rate.high());
  }
}

package glassbox.critic.verdict;

import glassbox.contracts.verdict.CriticReport;
import glassbox.contracts.verdict.CriticRequest;
import glassbox.contracts.verdict.TokenSignal;
import glassbox.critics.Claim;
import glassbox.critics.CriticIdentity;
import glassbox.critics.Draft;
import glassbox.critics.Finding;
import glassbox.critics.Fragment;
import glassbox.critics.Verdict;
import glassbox.critics.chi.Chi;
import glassbox.critics.chi.Rate;
import glassbox.critics.chi.Signal;
import glassbox.critics.gate.GateDecision;
import glassbox.critics.gate.Vote;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Between the wire and the critics' own types. */
final class Wire {
  private Wire() {}

  static Draft draft(CriticRequest request) {
    return new Draft(
        request.prompt(),
        Optional.ofNullable(request.context()).filter(context -> !context.isBlank()),
        request.answer(),
        request.fragments().stream()
            .map(f -> new Fragment(f.id(), f.kind(), f.tool(), f.output()))
            .toList(),
        request.claims().stream().map(c -> new Claim(c.id(), c.text(), c.supports())).toList());
  }

  /** Normalised entropies over 1 by rounding are taken as 1. */
  static List<Signal> signals(List<TokenSignal> signals) {
    return signals.stream()
        .map(
            s ->
                new Signal(
                    s.tokenId(),
                    Optional.ofNullable(s.text()),
                    Math.clamp(s.normalizedEntropy(), 0, 1)))
        .toList();
  }

  static CriticReport report(
      List<glassbox.contracts.verdict.Verdict> verdicts,
      double csa,
      Optional<Chi> chi,
      GateDecision gate) {
    return new CriticReport(verdicts, csa, chi(chi), gate(gate));
  }

  static glassbox.contracts.verdict.Verdict verdict(CriticIdentity identity, Vote vote) {
    var outcome = glassbox.contracts.verdict.Verdict.Outcome.PASSED;
    int checks = 0;
    List<Finding> findings = List.of();
    @Nullable String reason = null;
    switch (vote.verdict()) {
      case Verdict.Passed passed -> checks = passed.checks();
      case Verdict.Flagged flagged -> {
        outcome = glassbox.contracts.verdict.Verdict.Outcome.FLAGGED;
        checks = flagged.checks();
        findings = flagged.findings();
      }
      case Verdict.Unavailable unavailable -> {
        outcome = glassbox.contracts.verdict.Verdict.Outcome.UNAVAILABLE;
        reason = unavailable.reason();
      }
    }
    return new glassbox.contracts.verdict.Verdict(
        identity.name(),
        identity.version(),
        identity.configHash(),
        outcome,
        vote.mandatory(),
        checks,
        findings.stream()
            .map(f -> new glassbox.contracts.verdict.Finding(f.message(), f.start(), f.end()))
            .toList(),
        reason);
  }

  private static glassbox.contracts.verdict.@Nullable Chi chi(Optional<Chi> chi) {
    return chi.map(
            c ->
                new glassbox.contracts.verdict.Chi(
                    c.value(),
                    c.collapse(),
                    c.loop(),
                    c.contradiction(),
                    rate(c.loopRate()),
                    rate(c.contradictionRate()),
                    c.meanNormalizedEntropy(),
                    c.diffuse()))
        .orElse(null);
  }

  private static glassbox.contracts.verdict.Rate rate(Rate rate) {
    return new glassbox.contracts.verdict.Rate(
        rate.count(), rate.total(), rate.value(), rate.low(), rate.high());
  }

  private static glassbox.contracts.verdict.GateDecision gate(GateDecision gate) {
    var outcome =
        switch (gate.outcome()) {
          case COMMIT -> glassbox.contracts.verdict.GateDecision.Outcome.COMMIT;
          case REPAIR -> glassbox.contracts.verdict.GateDecision.Outcome.REPAIR;
          case RESTART -> glassbox.contracts.verdict.GateDecision.Outcome.RESTART;
        };
    return new glassbox.contracts.verdict.GateDecision(outcome, gate.reasons());
  }
}

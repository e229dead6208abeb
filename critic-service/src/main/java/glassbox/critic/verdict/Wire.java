package glassbox.critic.verdict;

import glassbox.contracts.verdict.AnswerStretch;
import glassbox.contracts.verdict.CriticRequest;
import glassbox.critics.Claim;
import glassbox.critics.CriticIdentity;
import glassbox.critics.Draft;
import glassbox.critics.Finding;
import glassbox.critics.Fragment;
import glassbox.critics.Verdict;
import glassbox.critics.field.Field;
import glassbox.critics.field.Role;
import glassbox.critics.field.Stretch;
import glassbox.critics.gate.GateDecision;
import glassbox.critics.gate.Vote;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Between the wire and the critics' own types. */
final class Wire {
  private static final String GENERAL = "general";

  private Wire() {}

  static Draft draft(CriticRequest request) {
    return new Draft(
        request.prompt(),
        Optional.ofNullable(request.context()).filter(context -> !context.isBlank()),
        request.answer(),
        request.fragments().stream()
            .map(
                f ->
                    new Fragment(
                        f.id(),
                        f.kind(),
                        f.tool(),
                        f.output(),
                        Optional.ofNullable(f.input()),
                        Optional.ofNullable(f.hash())))
            .toList(),
        request.claims().stream().map(c -> new Claim(c.id(), c.text(), c.supports())).toList(),
        request.fields().stream().map(Wire::stretch).toList(),
        request.panel() == null ? GENERAL : request.panel().domain(),
        WireMaterial.of(request.material()));
  }

  private static Stretch stretch(AnswerStretch stretch) {
    Field field =
        switch (stretch.field()) {
          case GIVEN -> Field.GIVEN;
          case PLAN -> Field.PLAN;
          case COMPUTE -> Field.COMPUTE;
          case CHECKS -> Field.CHECKS;
          case TRACE -> Field.TRACE;
          case ANSWER -> Field.ANSWER;
        };
    Role role =
        switch (stretch.role()) {
          case MARKER -> Role.MARKER;
          case TEXT -> Role.TEXT;
          case CALL -> Role.CALL;
          case RESULT -> Role.RESULT;
        };
    return new Stretch(field, role, stretch.start(), stretch.end());
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

  static glassbox.contracts.verdict.GateDecision gate(GateDecision gate) {
    var outcome =
        switch (gate.outcome()) {
          case COMMIT -> glassbox.contracts.verdict.GateDecision.Outcome.COMMIT;
          case REPAIR -> glassbox.contracts.verdict.GateDecision.Outcome.REPAIR;
          case RESTART -> glassbox.contracts.verdict.GateDecision.Outcome.RESTART;
        };
    return new glassbox.contracts.verdict.GateDecision(outcome, gate.reasons());
  }
}

package glassbox.gateway.edge;

import glassbox.contracts.explanation.Explanation;
import glassbox.contracts.explanation.ExplanationCost;
import glassbox.contracts.explanation.ExplanationEstimate;
import glassbox.contracts.explanation.ExplanationQuality;
import glassbox.contracts.explanation.UnitImportance;
import glassbox.contracts.generation.BlockRef;
import glassbox.contracts.generation.CertificateMode;
import glassbox.contracts.generation.CertificateSummary;
import glassbox.contracts.generation.CombinerSpec;
import glassbox.contracts.generation.Concept;
import glassbox.contracts.generation.FinishReason;
import glassbox.contracts.generation.Generation;
import glassbox.contracts.generation.GenerationRequest;
import glassbox.contracts.generation.ModelDigest;
import glassbox.contracts.generation.ReconciliationSummary;
import glassbox.contracts.generation.RecordState;
import glassbox.contracts.generation.Replay;
import glassbox.contracts.generation.SpecialistLogProb;
import glassbox.contracts.generation.SpecialistShare;
import glassbox.contracts.generation.TokenAttribution;
import glassbox.contracts.generation.Usage;
import glassbox.contracts.specialist.Channel;
import glassbox.contracts.specialist.ConceptDictionary;
import glassbox.contracts.specialist.FederationView;
import glassbox.contracts.specialist.NamedConcept;
import glassbox.contracts.specialist.SpecialistList;
import glassbox.contracts.verdict.Chi;
import glassbox.contracts.verdict.CriticReport;
import glassbox.contracts.verdict.CriticView;
import glassbox.contracts.verdict.Finding;
import glassbox.contracts.verdict.GateDecision;
import glassbox.contracts.verdict.OrderSensitivity;
import glassbox.contracts.verdict.Panel;
import glassbox.contracts.verdict.QuarantineHistory;
import glassbox.contracts.verdict.Rate;
import glassbox.contracts.verdict.Score;
import glassbox.contracts.verdict.Scores;
import glassbox.contracts.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the stand-ins answer. */
final class Canned {
  static final String BLOCK = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";
  static final String ANSWER = "3000 g";

  private Canned() {}

  static Generation generation(GenerationRequest request) {
    String given = request.answer();
    return new Generation(
        request.runId(),
        request.pass(),
        given == null ? ANSWER : given,
        given == null ? FinishReason.STOP : FinishReason.SCORED,
        new Usage(14, 2),
        false,
        List.of(token(0, "3000"), token(1, " g")),
        List.of(List.of(1.0), List.of(2.0)),
        List.of(
            new SpecialistShare("general", 0.25, 0, 0), new SpecialistShare("units", 0.75, 2, 0)),
        new ReconciliationSummary(4e-13, 2e-13, ReconciliationSummary.Level.STRICT),
        CERTIFICATE,
        new BlockRef(0, BLOCK, RecordState.COMMITTED),
        List.of(new ModelDigest("general", "aa"), new ModelDigest("units", "bb")),
        "test",
        request.decoding().seed(),
        null,
        null);
  }

  static final CertificateSummary CERTIFICATE =
      new CertificateSummary(
          CertificateMode.FULL, true, null, null, 2, 0.004, 0.004, 0.004, 1.0, 0.05, true, null);

  private static TokenAttribution token(int position, String text) {
    return new TokenAttribution(
        position,
        text,
        40 + position,
        -0.5,
        -0.25,
        List.of(
            new SpecialistLogProb("general", -1.2, 0.5, -0.693, 0.25),
            new SpecialistLogProb("units", -0.1, 0.5, -0.693, 0.75)),
        1e-13,
        0.7,
        0.2,
        0.05,
        0.004,
        List.of(new Concept("L1.c7", "unit: g", "unit", 1.5, "units")),
        false,
        List.of(),
        List.of());
  }

  static CriticReport report(GateDecision.Outcome outcome) {
    boolean commit = outcome == GateDecision.Outcome.COMMIT;
    Rate none = new Rate(0, 1, 0, 0, 0.79);
    return new CriticReport(
        List.of(new Verdict("units", "1", "cc", Verdict.Outcome.PASSED, true, 1, List.of(), null)),
        1,
        new Chi(commit ? 0.2 : 0.5, commit ? 0.2 : 0.5, 0, 0, none, none, 0.2, false),
        new GateDecision(outcome, commit ? List.of() : List.of("chi 0.5 is above 0.35")),
        null,
        scores());
  }

  /** Every critic of a panel passes, but for who compares agents; else chi decides. */
  static CriticReport report(
      GateDecision.Outcome outcome, double collapse, Panel panel, List<Finding> conflicts) {
    CriticReport one = report(outcome);
    Chi chi = Objects.requireNonNull(one.chi());
    double value = outcome == GateDecision.Outcome.COMMIT ? collapse : chi.value();
    boolean open = conflicts.isEmpty() && outcome == GateDecision.Outcome.COMMIT;
    return new CriticReport(
        panel.critics().stream().map(seat -> verdict(seat, conflicts)).toList(),
        1,
        new Chi(
            value,
            value,
            0,
            0,
            chi.loopRate(),
            new Rate(0, panel.critics().size(), 0, 0, 0.5),
            chi.meanNormalizedEntropy(),
            false),
        open
            ? one.gate()
            : new GateDecision(GateDecision.Outcome.REPAIR, List.of("agents or chi object")),
        null,
        one.scores());
  }

  private static Verdict verdict(Panel.Seat seat, List<Finding> conflicts) {
    boolean flagged = seat.critic().equals("cross-agent") && !conflicts.isEmpty();
    return new Verdict(
        seat.critic(),
        "1",
        "cc",
        flagged ? Verdict.Outcome.FLAGGED : Verdict.Outcome.PASSED,
        seat.mandatory(),
        Math.max(1, conflicts.size()),
        flagged ? conflicts : List.of(),
        null);
  }

  static Scores scores() {
    Score safe =
        score("safety-prompt", new Score.SignalPart("harm_words", 0.0, -0.5, 2, -1), Math.exp(2));
    Score halved =
        score("hallucination-closed", new Score.SignalPart("delta_mean", null, 0, 1, 0), 1);
    return new Scores(halved, new Scores.Safety(safe, Score.unavailable("the answer is empty")));
  }

  /** With an intercept of -1 or 0, so that the parts add up to {@code odds} against it. */
  private static Score score(String name, Score.SignalPart part, double odds) {
    return new Score(
        Score.COMBINED_LOGREG,
        odds > 1 ? Score.Decision.PASSED : Score.Decision.FLAGGED,
        1 / (1 + odds),
        null,
        0.5,
        -Math.log(odds) - part.contribution(),
        new Score.FittedModel(name, "1-test", "dd"),
        List.of(part),
        null);
  }

  static Explanation explanation() {
    return new Explanation(
        "gradient",
        "occlusion",
        -2.5,
        List.of(new UnitImportance("prompt", "grams", 9, 14, 1.5)),
        new ExplanationQuality(0.5, 0.5, 1, 0.2, 0.1),
        new ExplanationCost(9, 200));
  }

  static ExplanationEstimate estimate() {
    return new ExplanationEstimate(
        new ExplanationCost(9, 150), new ExplanationCost(9, 400), 1_000_000);
  }

  static Replay replay() {
    return new Replay(true, 0, 2, List.of(), true, true);
  }

  static SpecialistList specialists() {
    return new SpecialistList(
        List.of(
            new FederationView(
                "demo",
                List.of("general", "units"),
                new CombinerSpec(CombinerSpec.Kind.MIXTURE, List.of(), null, null),
                512,
                4096,
                Map.of(),
                false),
            new FederationView(
                "phases",
                List.of("general", "units"),
                new CombinerSpec(CombinerSpec.Kind.MIXTURE, List.of(), null, null),
                512,
                4096,
                PlayedModel.SPECIALS,
                true)),
        List.of());
  }

  static ConceptDictionary dictionary(String specialist) {
    return new ConceptDictionary(
        specialist,
        "bb",
        Channel.OWN,
        null,
        List.of(new NamedConcept("L1.c7", "unit: g", "unit", 0.9, "world")));
  }

  /** As audit gives them: atoms without labels. */
  static List<TokenAttribution> recordedTokens() {
    return List.of(
        token(0, "3000")
            .withConcepts(
                List.of(
                    new Concept("L1.c7", null, null, 1.5, "units"),
                    new Concept("L1.c7", null, null, 1.25, "general"))));
  }

  static OrderSensitivity orderSensitivity() {
    return new OrderSensitivity(
        Instant.parse("2026-11-28T03:30:00Z"),
        false,
        36,
        2,
        0.05,
        0.0,
        List.of("units"),
        List.of(List.of(0.0)),
        List.of(),
        List.of(
            new OrderSensitivity.Quarantine(
                "units", Instant.parse("2026-11-28T03:30:00Z"), "planted")));
  }

  static QuarantineHistory quarantine() {
    Instant at = Instant.parse("2026-11-28T03:30:00Z");
    return new QuarantineHistory(
        List.of(new OrderSensitivity.Quarantine("units", at, "planted")),
        List.of(
            new QuarantineHistory.Event(
                1,
                at,
                "units",
                QuarantineHistory.Action.QUARANTINED,
                "order-sensitivity",
                "planted",
                0.125,
                0.05,
                "ab".repeat(32))),
        1,
        "ab".repeat(32));
  }

  static List<CriticView> critics() {
    return List.of(new CriticView("units", "1", "cc", true, "checks units"));
  }
}

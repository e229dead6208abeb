package glassbox.esi.judging;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.critics.Finding;
import glassbox.critics.Verdict;
import glassbox.critics.chi.Chi;
import glassbox.critics.chi.ChiSettings;
import glassbox.critics.chi.Rate;
import glassbox.critics.chi.Signal;
import glassbox.esi.config.ConfigurationReader;
import glassbox.esi.config.DomainProfile;
import glassbox.esi.config.GateBars;
import glassbox.esi.trace.Trace;
import glassbox.esi.transcript.Transcript;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateKeeperTest {

  private static final Verdict PASSED = new Verdict.Passed(1);
  private static final Verdict FLAGGED =
      new Verdict.Flagged(1, List.of(new Finding("wrong", 0, 0)));
  private static final Verdict AWAY = new Verdict.Unavailable("time-out");
  private static final GateBars BARS = new GateBars(0.67, 0.35, 0.40, true);

  private static DomainProfile profile(List<String> mandatory, List<String> critics) {
    DomainProfile general = ConfigurationReader.shipped().domain("general");
    return new DomainProfile(
        "test",
        general.starch(),
        general.schedule(),
        critics,
        mandatory,
        general.repair(),
        1,
        general.template());
  }

  private static Optional<Chi> chi(double entropy) {
    return Chi.of(
        List.of(new Signal(1, Optional.of(" word"), entropy)), Rate.of(0, 1), ChiSettings.DEFAULT);
  }

  private static Inquiry inquiry(Phase phase, DomainProfile profile, Trace trace, GateBars bars) {
    return new Inquiry(
        new UUID(0, 1),
        phase,
        "prompt",
        Optional.empty(),
        Transcript.EMPTY,
        List.of(),
        trace,
        profile,
        bars,
        List.of());
  }

  private static Ruling rule(Phase phase, DomainProfile profile, double entropy, Verdict... all) {
    return GateKeeper.rule(
        inquiry(phase, profile, Trace.EMPTY, BARS), report(profile, entropy, all));
  }

  private static Report report(DomainProfile profile, double entropy, Verdict... all) {
    var ballots = new ArrayList<Ballot>();
    for (int i = 0; i < all.length; i++) {
      String critic = profile.critics().get(i);
      ballots.add(
          new Ballot(critic, "1", "00", profile.mandatory().contains(critic), false, all[i]));
    }
    return new Report(ballots, chi(entropy));
  }

  private static List<String> critics(int count) {
    return List.of("a", "b", "c", "d", "e", "f").subList(0, count);
  }

  /** By counting: of k critics none mandatory, f flag; CSA = (C(f,2) + C(k-f,2)) / C(k,2). */
  @ParameterizedTest
  @CsvSource({
    "1,0,1,OPEN",
    "1,1,1,SHUT",
    "2,0,1,OPEN",
    "2,1,0,SHUT",
    "2,2,1,ALL_FLAGGED",
    "3,0,1,OPEN",
    "3,1,0.333333333333,SHUT",
    "3,2,0.333333333333,SHUT",
    "3,3,1,ALL_FLAGGED",
    "4,0,1,OPEN",
    "4,1,0.5,SHUT",
    "4,2,0.333333333333,SHUT",
    "4,3,0.5,SHUT",
    "4,4,1,ALL_FLAGGED",
    "5,0,1,OPEN",
    "5,1,0.6,SHUT",
    "5,2,0.4,SHUT",
    "5,3,0.4,SHUT",
    "5,4,0.6,SHUT",
    "5,5,1,ALL_FLAGGED",
    "6,0,1,OPEN",
    "6,1,0.666666666667,SHUT",
    "6,2,0.466666666667,SHUT",
    "6,3,0.4,SHUT",
    "6,4,0.466666666667,SHUT",
    "6,5,0.666666666667,SHUT",
    "6,6,1,ALL_FLAGGED",
  })
  void opensByExactCounts(int k, int flags, double csa, Ruling.Outcome outcome) {
    var verdicts = new Verdict[k];
    for (int i = 0; i < k; i++) {
      verdicts[i] = i < flags ? FLAGGED : PASSED;
    }
    Ruling ruling = rule(Phase.ANSWER, profile(List.of(), critics(k)), 0.7, verdicts);
    assertThat(ruling.csa()).isCloseTo(csa, org.assertj.core.data.Offset.offset(1e-9));
    assertThat(ruling.outcome()).isEqualTo(outcome);
    assertThat(ruling.reasons().isEmpty()).isEqualTo(outcome == Ruling.Outcome.OPEN);
  }

  @Test
  void opensForNobodyWhoMustPassAndDoesNot() {
    DomainProfile profile = profile(List.of("a"), critics(3));
    assertThat(rule(Phase.ANSWER, profile, 0.7, FLAGGED, PASSED, PASSED).outcome())
        .isEqualTo(Ruling.Outcome.SHUT);
    assertThat(rule(Phase.ANSWER, profile, 0.7, AWAY, PASSED, PASSED).outcome())
        .isEqualTo(Ruling.Outcome.UNAVAILABLE);
    assertThat(rule(Phase.ANSWER, profile, 0.7, PASSED, AWAY, AWAY).outcome())
        .isEqualTo(Ruling.Outcome.OPEN);
    assertThat(rule(Phase.ANSWER, profile, 0.7).outcome()).isEqualTo(Ruling.Outcome.UNAVAILABLE);
  }

  @Test
  void opensForNobodyWhereNobodyCouldJudge() {
    DomainProfile profile = profile(List.of(), critics(3));
    assertThat(rule(Phase.ANSWER, profile, 0.7, AWAY, AWAY, AWAY).outcome())
        .isEqualTo(Ruling.Outcome.UNAVAILABLE);
    assertThat(rule(Phase.ANSWER, profile, 0.7).outcome()).isEqualTo(Ruling.Outcome.UNAVAILABLE);
  }

  /** One of three critics is in quarantine; the others passed. */
  private static Ruling kept(Phase phase, boolean mandatory, Verdict said) {
    DomainProfile profile = profile(mandatory ? List.of("a") : List.of(), critics(3));
    List<Ballot> ballots =
        List.of(
            new Ballot("a", "1", "00", mandatory, true, said),
            new Ballot("b", "1", "00", false, false, PASSED),
            new Ballot("c", "1", "00", false, false, PASSED));
    return GateKeeper.rule(
        inquiry(phase, profile, Trace.EMPTY, BARS), new Report(ballots, chi(0.7)));
  }

  @Test
  void keepsQuarantinedCriticsFromVoting() {
    Ruling ruling = kept(Phase.ANSWER, false, FLAGGED);
    assertThat(ruling.outcome()).isEqualTo(Ruling.Outcome.OPEN);
    assertThat(ruling.csa()).isEqualTo(1);
    assertThat(ruling.ballots()).hasSize(3).first().matches(Ballot::quarantined);
  }

  @Test
  void opensForNobodyWhileAMandatoryCriticIsInQuarantine() {
    for (Verdict said : List.of(FLAGGED, PASSED, AWAY)) {
      for (Phase phase : Phase.values()) {
        Ruling ruling = kept(phase, true, said);
        assertThat(ruling.outcome()).isEqualTo(Ruling.Outcome.UNAVAILABLE);
        assertThat(ruling.reasons())
            .containsExactly(
                "mandatory critic a is unavailable: "
                    + (said.equals(AWAY) ? "time-out" : "it is in quarantine"));
        assertThat(ruling.csa()).isEqualTo(1);
        assertThat(ruling.ballots()).first().matches(Ballot::quarantined);
      }
    }
  }

  @Test
  void holdsChiAgainstItsBarOnTheAnswerOnly() {
    DomainProfile profile = profile(List.of("a"), critics(2));
    assertThat(rule(Phase.ANSWER, profile, 0.31, PASSED, PASSED).outcome())
        .isEqualTo(Ruling.Outcome.OPEN);
    assertThat(rule(Phase.ANSWER, profile, 0.29, PASSED, PASSED).outcome())
        .isEqualTo(Ruling.Outcome.SHUT);
    assertThat(rule(Phase.CHECKS, profile, 0.29, PASSED, PASSED).outcome())
        .isEqualTo(Ruling.Outcome.OPEN);
    Report unknown = new Report(report(profile, 0.7, PASSED, PASSED).ballots(), Optional.empty());
    assertThat(
            GateKeeper.rule(inquiry(Phase.ANSWER, profile, Trace.EMPTY, BARS), unknown).outcome())
        .isEqualTo(Ruling.Outcome.SHUT);
  }

  @Test
  void wantsEvidenceForEveryClaim() {
    DomainProfile profile = profile(List.of("a"), critics(2));
    Trace issued =
        Trace.EMPTY.issue("tool", "calculator", "1+1", "2", Instant.parse("2026-11-01T10:00:00Z"));
    Report report = report(profile, 0.7, PASSED, PASSED);
    Trace bare = issued.claim("2 pens", List.of());
    assertThat(GateKeeper.rule(inquiry(Phase.ANSWER, profile, bare, BARS), report).unsupported())
        .isTrue();
    assertThat(GateKeeper.rule(inquiry(Phase.CHECKS, profile, bare, BARS), report).outcome())
        .isEqualTo(Ruling.Outcome.OPEN);
    Trace forged = issued.claim("2 pens", List.of("t1", "t4"));
    assertThat(GateKeeper.rule(inquiry(Phase.CHECKS, profile, forged, BARS), report).reasons())
        .containsExactly("this run did not issue t4");
    Trace sound = issued.claim("2 pens", List.of("t1"));
    assertThat(GateKeeper.rule(inquiry(Phase.ANSWER, profile, sound, BARS), report).outcome())
        .isEqualTo(Ruling.Outcome.OPEN);
    GateBars lax = new GateBars(0.67, 0.35, 0.40, false);
    assertThat(GateKeeper.rule(inquiry(Phase.ANSWER, profile, bare, lax), report).outcome())
        .isEqualTo(Ruling.Outcome.OPEN);
  }
}

package glassbox.esi.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.critics.chi.Chi;
import glassbox.critics.chi.ChiSettings;
import glassbox.critics.chi.Rate;
import glassbox.critics.chi.Signal;
import glassbox.esi.config.EsiConfiguration;
import glassbox.esi.orchestration.Course;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DomainStateTest {

  private static final EsiConfiguration TABLE = Course.with();
  private static final EsiConfiguration PARTS = Course.with("playbook: table", "playbook: parts");

  private static Observation run(double csa, double entropy, boolean loops, int contradictions) {
    List<Signal> signals =
        IntStream.range(0, 64)
            .mapToObj(i -> new Signal(loops ? i % 4 : i, Optional.of(" w" + i), entropy))
            .toList();
    Optional<Chi> chi = Chi.of(signals, Rate.of(contradictions, 10), ChiSettings.DEFAULT);
    return new Observation(csa, chi, Optional.of(2.0), 1, 0.03);
  }

  private static DomainState after(EsiConfiguration configuration, Observation... runs) {
    DomainState state = DomainState.of(configuration, "general");
    for (Observation run : runs) {
      state = state.after(configuration, AlertRules.DEFAULT, run);
    }
    return state;
  }

  private static List<String> changes(DomainState state) {
    return state.changes().stream()
        .map(c -> c.parameter() + " " + c.before() + " -> " + c.after() + " " + c.by())
        .toList();
  }

  @Test
  void leavesHealthyRunsAlone() {
    DomainState state = after(TABLE, run(1, 0.7, false, 0));
    assertThat(state.symptoms()).isEmpty();
    assertThat(state.changes()).isEmpty();
    assertThat(state.alerts()).isEmpty();
    assertThat(state.averages().runs()).isEqualTo(1);
  }

  @Test
  void warmsACollapsedDraftAndCoolsADiffuseOne() {
    assertThat(changes(after(TABLE, run(1, 0.5, false, 0))))
        .containsExactly("T1 0.8 -> 0.85 auto-heat", "S 0.02 -> 0.025 auto-starch");
    assertThat(changes(after(TABLE, run(1, 0.85, false, 0))))
        .containsExactly("T1 0.8 -> 0.75 auto-heat");
  }

  @Test
  void reachesItsBoundsAndStaysThere() {
    Observation cold = run(1, 0.5, false, 0);
    DomainState state = after(TABLE, cold, cold, cold, cold, cold, cold);
    assertThat(state.parameters().schedule().draft().temperature()).isEqualTo(0.9);
    assertThat(state.parameters().starch()).isEqualTo(0.03);
    assertThat(state.changes()).isEmpty();
  }

  @Test
  void followsTheTableOrThePartsWhereTheyDisagree() {
    Observation loops = run(1, 0.7, true, 0);
    assertThat(changes(after(TABLE, loops)))
        .containsExactly("T1 0.8 -> 0.75 auto-heat", "S 0.02 -> 0.025 auto-starch");
    assertThat(changes(after(PARTS, loops)))
        .containsExactly("S 0.02 -> 0.025 auto-starch", "T1 0.8 -> 0.85 auto-heat");
    Observation contradicted = run(1, 0.7, false, 5);
    assertThat(changes(after(TABLE, contradicted))).containsExactly("S 0.02 -> 0.025 auto-starch");
    assertThat(after(TABLE, contradicted).parameters().slots().trace())
        .isCloseTo((0.2 * 0.02 + 0.005) / 0.025, org.assertj.core.data.Offset.offset(1e-12));
    assertThat(changes(after(PARTS, contradicted)))
        .containsExactly("S_trace 0.2 -> 0.45 auto-starch", "T1 0.8 -> 0.75 auto-heat");
    assertThat(changes(after(PARTS, run(1, 0.5, false, 0))))
        .containsExactly("S_glue 0.15 -> 0.4 auto-starch", "P0 0.9 -> 0.85 auto-heat");
  }

  @Test
  void coolsTheVerificationWhileCriticsDisagreeAndRestoresIt() {
    Observation split = run(0, 0.7, false, 0);
    DomainState state = after(TABLE, split);
    assertThat(changes(state))
        .containsExactly("T2 0.2 -> 0.15 auto-heat", "S_trace 0.2 -> 0.45 auto-starch");
    assertThat(state.alerts()).extracting(Alert::kind).containsExactly(Alert.Kind.CSA_LOW);
    Observation one = run(1, 0.7, false, 0);
    DomainState recovered = state;
    for (int i = 0; i < 8; i++) {
      recovered = recovered.after(TABLE, AlertRules.DEFAULT, one);
    }
    assertThat(recovered.parameters().schedule().verify().temperature()).isEqualTo(0.2);
  }

  @Test
  void alertsOfEvidenceSpikesAndCosts() {
    Observation well = run(1, 0.7, false, 0);
    var bare = new Observation(1, well.chi(), Optional.of(0.5), 1, 0.03);
    assertThat(after(TABLE, bare).alerts())
        .extracting(Alert::kind, Alert::remedy)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                Alert.Kind.EVIDENCE_SHORT, new Alert.Remedy.BlockCommit()));
    DomainState spiked = after(TABLE, well, run(1, 0.6, true, 10));
    assertThat(spiked.alerts()).extracting(Alert::kind).contains(Alert.Kind.CHI_SPIKE);
    var costly = new Observation(1, well.chi(), Optional.of(2.0), 1, 0.09);
    assertThat(changes(after(TABLE, costly))).containsExactly("S 0.02 -> 0.015 auto-starch");
  }

  @Test
  void changesNothingWhereControllersAreOff() {
    EsiConfiguration off =
        Course.with("controllers:\n    enabled: true", "controllers:\n    enabled: false");
    DomainState state = after(off, run(0, 0.5, true, 5));
    assertThat(state.changes()).isEmpty();
    assertThat(state.parameters()).isEqualTo(Parameters.of(off, "general"));
    assertThat(state.symptoms()).isNotEmpty();
  }
}

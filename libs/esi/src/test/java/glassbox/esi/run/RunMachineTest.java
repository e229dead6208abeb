package glassbox.esi.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunMachineTest {

  private static final RunMachine MACHINE = new RunMachine(1, 1);
  private static final Block STEP = new Block("[Compute]", "S2");
  private static final Event SHUT = new Event.GateShut(STEP, List.of("units flagged 1 of 2"));
  private static final Event GIVEN = new Event.GivenFlagged(List.of("7 was not given"));
  private static final Event ALL = new Event.AllFlagged(List.of("every critic flagged"));

  private static RunState after(Event... events) {
    RunState state = RunState.INITIAL;
    for (Event event : events) {
      state = MACHINE.next(state, event);
    }
    return state;
  }

  private static RunState judged() {
    return after(
        new Event.Prepared(), new Event.PassEnded(), new Event.PassEnded(), new Event.PassEnded());
  }

  private static RunState at(Stage stage) {
    return switch (stage) {
      case PREP -> RunState.INITIAL;
      case OUTLINE -> after(new Event.Prepared());
      case DRAFT -> after(new Event.Prepared(), new Event.PassEnded());
      case VERIFY -> after(new Event.Prepared(), new Event.PassEnded(), new Event.PassEnded());
      case JUDGE -> judged();
      case REPAIR -> MACHINE.next(judged(), SHUT);
      case COMMIT -> MACHINE.next(judged(), new Event.GateOpened());
      case FAIL -> MACHINE.next(judged(), new Event.ClientGone());
    };
  }

  private static Diagnostic diagnostic(RunState state) {
    return Objects.requireNonNull(state.diagnostic());
  }

  /** Every stage against every event; what is absent here must be refused. */
  private static final Map<Stage, Map<Class<? extends Event>, Stage>> TABLE =
      Map.of(
          Stage.PREP,
          always(Map.of(Event.Prepared.class, Stage.OUTLINE), Stage.PREP),
          Stage.OUTLINE,
          always(
              Map.of(Event.PassEnded.class, Stage.DRAFT, Event.FieldMissing.class, Stage.REPAIR),
              Stage.OUTLINE),
          Stage.DRAFT,
          always(
              Map.of(Event.PassEnded.class, Stage.VERIFY, Event.FieldMissing.class, Stage.REPAIR),
              Stage.DRAFT),
          Stage.VERIFY,
          always(
              Map.of(
                  Event.PassEnded.class,
                  Stage.JUDGE,
                  Event.FieldMissing.class,
                  Stage.REPAIR,
                  Event.GateShut.class,
                  Stage.REPAIR,
                  Event.GivenFlagged.class,
                  Stage.OUTLINE,
                  Event.AllFlagged.class,
                  Stage.OUTLINE),
              Stage.VERIFY),
          Stage.JUDGE,
          always(
              Map.of(
                  Event.GateOpened.class,
                  Stage.COMMIT,
                  Event.GateShut.class,
                  Stage.REPAIR,
                  Event.GivenFlagged.class,
                  Stage.OUTLINE,
                  Event.AllFlagged.class,
                  Stage.OUTLINE),
              Stage.JUDGE),
          Stage.REPAIR,
          always(
              Map.of(
                  Event.PassEnded.class,
                  Stage.JUDGE,
                  Event.FieldMissing.class,
                  Stage.FAIL,
                  Event.GateShut.class,
                  Stage.FAIL,
                  Event.GivenFlagged.class,
                  Stage.OUTLINE,
                  Event.AllFlagged.class,
                  Stage.OUTLINE),
              Stage.FAIL));

  private static Map<Class<? extends Event>, Stage> always(
      Map<Class<? extends Event>, Stage> own, Stage outOfTime) {
    var row = new HashMap<>(own);
    row.put(Event.DependencyFailed.class, Stage.FAIL);
    row.put(Event.ClientGone.class, Stage.FAIL);
    row.put(Event.TimeExceeded.class, outOfTime);
    return Map.copyOf(row);
  }

  private static final List<Event> EVENTS =
      List.of(
          new Event.Prepared(),
          new Event.PassEnded(),
          new Event.FieldMissing("[Plan]"),
          new Event.GateOpened(),
          SHUT,
          GIVEN,
          ALL,
          new Event.DependencyFailed("inference", "time-out"),
          new Event.TimeExceeded(),
          new Event.ClientGone());

  @ParameterizedTest
  @EnumSource(
      value = Stage.class,
      names = {"COMMIT", "FAIL"},
      mode = EnumSource.Mode.EXCLUDE)
  void meetsEveryEventInEveryStageOrRefusesIt(Stage stage) {
    Map<Class<? extends Event>, Stage> row = Objects.requireNonNull(TABLE.get(stage));
    for (Event event : EVENTS) {
      Stage expected = row.get(event.getClass());
      if (expected == null) {
        assertThatThrownBy(() -> MACHINE.next(at(stage), event))
            .as("%s in %s", event, stage)
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining(stage.name());
      } else {
        assertThat(MACHINE.next(at(stage), event).stage())
            .as("%s in %s", event, stage)
            .isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Stage.class,
      names = {"COMMIT", "FAIL"})
  void absorbsWhateverComesAfterTheEnd(Stage stage) {
    RunState end = at(stage);
    for (Event event : EVENTS) {
      assertThat(MACHINE.next(end, event)).isEqualTo(end);
    }
  }

  @Test
  void repairsOnceAndThenFailsNamingTheBlock() {
    RunState repairing = MACHINE.next(judged(), SHUT);
    assertThat(repairing.repairing()).isEqualTo(STEP);
    RunState again = MACHINE.next(MACHINE.next(repairing, new Event.PassEnded()), SHUT);
    assertThat(again.stage()).isEqualTo(Stage.FAIL);
    assertThat(again.diagnostic())
        .isEqualTo(new Diagnostic(Diagnostic.Cause.GATE, STEP, List.of("units flagged 1 of 2")));
    assertThat(STEP.name()).isEqualTo("[Compute] S2");
  }

  @Test
  void commitsAfterARepairThatHelped() {
    RunState repaired = MACHINE.next(MACHINE.next(judged(), SHUT), new Event.PassEnded());
    assertThat(MACHINE.next(repaired, new Event.GateOpened()).stage()).isEqualTo(Stage.COMMIT);
  }

  @Test
  void restartsOnceWhenEveryCriticFlags() {
    RunState restarted = MACHINE.next(judged(), ALL);
    assertThat(restarted.stage()).isEqualTo(Stage.OUTLINE);
    assertThat(restarted.restarts()).isEqualTo(1);
    RunState second = restarted;
    for (int pass = 0; pass < 3; pass++) {
      second = MACHINE.next(second, new Event.PassEnded());
    }
    RunState failed = MACHINE.next(second, ALL);
    assertThat(diagnostic(failed).cause()).isEqualTo(Diagnostic.Cause.ALL_FLAGGED);
  }

  @Test
  void fallsBackOnceAndFailsTheSecondTime() {
    RunState late = MACHINE.next(at(Stage.DRAFT), new Event.TimeExceeded());
    assertThat(late.fallback()).isTrue();
    RunState later = MACHINE.next(late, new Event.TimeExceeded());
    assertThat(diagnostic(later).cause()).isEqualTo(Diagnostic.Cause.TIME);
  }

  @Test
  void hasNoTimeToRepairUnderTheFallback() {
    RunState late = MACHINE.next(judged(), new Event.TimeExceeded());
    assertThat(MACHINE.next(late, SHUT).stage()).isEqualTo(Stage.FAIL);
    assertThat(MACHINE.next(late, ALL).stage()).isEqualTo(Stage.FAIL);
    assertThat(MACHINE.next(late, new Event.GateOpened()).stage()).isEqualTo(Stage.COMMIT);
  }

  @Test
  void namesTheDependencyThatFailed() {
    RunState failed =
        MACHINE.next(at(Stage.JUDGE), new Event.DependencyFailed("critics", "time-out"));
    assertThat(diagnostic(failed).cause()).isEqualTo(Diagnostic.Cause.UNAVAILABLE);
    assertThat(diagnostic(failed).reasons()).containsExactly("critics: time-out");
  }

  /** No path commits without an open gate, and none lasts for ever. */
  @Property
  void commitsOnlyThroughTheGateAndAlwaysEnds(@ForAll("courses") List<Event> course) {
    RunState state = RunState.INITIAL;
    for (Event event : course) {
      RunState before = state;
      try {
        state = MACHINE.next(before, event);
      } catch (IllegalStateException refused) {
        continue;
      }
      if (state.stage() == Stage.COMMIT && before.stage() != Stage.COMMIT) {
        assertThat(before.stage()).isEqualTo(Stage.JUDGE);
        assertThat(event).isInstanceOf(Event.GateOpened.class);
      }
      assertThat(state.repairs()).isLessThanOrEqualTo(1);
      assertThat(state.restarts()).isLessThanOrEqualTo(1);
    }
    assertThat(Set.of(Stage.values())).contains(state.stage());
  }

  @Provide
  Arbitrary<List<Event>> courses() {
    return Arbitraries.of(EVENTS).list().ofMaxSize(40);
  }
}

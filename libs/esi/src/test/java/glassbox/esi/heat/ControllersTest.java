package glassbox.esi.heat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ControllersTest {

  private static final HeatSchedule SCHEDULE =
      new HeatSchedule(new Heat(0.3, 0.9), new Heat(0.8, 0.95), new Heat(0.2, 0.8));

  @Test
  void warmsACollapsedDraftUpToItsLimit() {
    HeatSchedule schedule = SCHEDULE;
    for (double expected : new double[] {0.85, 0.9}) {
      schedule = AutoHeat.DEFAULT.draft(schedule, 0.54).orElseThrow().schedule();
      assertThat(schedule.draft()).isEqualTo(new Heat(expected, 0.95));
    }
    assertThat(AutoHeat.DEFAULT.draft(schedule, 0.1)).isEmpty();
  }

  @Test
  void coolsADiffuseDraftDownToItsLimit() {
    HeatSchedule schedule = SCHEDULE;
    for (double expected : new double[] {0.75, 0.7, 0.65, 0.6}) {
      schedule = AutoHeat.DEFAULT.draft(schedule, 0.81).orElseThrow().schedule();
      assertThat(schedule.draft().temperature()).isEqualTo(expected);
    }
    assertThat(AutoHeat.DEFAULT.draft(schedule, 0.99)).isEmpty();
  }

  @Test
  void leavesAHealthyDraftAlone() {
    assertThat(AutoHeat.DEFAULT.draft(SCHEDULE, 0.55)).isEmpty();
    assertThat(AutoHeat.DEFAULT.draft(SCHEDULE, 0.80)).isEmpty();
  }

  @Test
  void coolsTheVerificationWhileCriticsDisagree() {
    HeatSchedule schedule = SCHEDULE;
    for (double expected : new double[] {0.15, 0.1, 0.05}) {
      HeatChange change = AutoHeat.DEFAULT.verify(schedule, 0.66).orElseThrow();
      assertThat(change.parameter()).isEqualTo("T2");
      assertThat(change.after()).isEqualTo(expected);
      schedule = change.schedule();
    }
    assertThat(AutoHeat.DEFAULT.verify(schedule, 0)).isEmpty();
    assertThat(AutoHeat.DEFAULT.verify(SCHEDULE, 0.67)).isEmpty();
  }

  @Test
  void coolsTheRestOfADraftWhoseToolsDisagree() {
    HeatChange change = ToolRule.DEFAULT.cooled(SCHEDULE, "currency").orElseThrow();
    assertThat(change.after()).isEqualTo(0.7);
    assertThat(change.reason()).contains("currency");
    HeatSchedule cool = ToolRule.DEFAULT.cooled(change.schedule(), "x").orElseThrow().schedule();
    assertThat(cool.draft().temperature()).isEqualTo(0.6);
    assertThat(ToolRule.DEFAULT.cooled(cool, "x")).isEmpty();
  }

  @Test
  void addsStructureWhereItHelpsUpToTheCap() {
    AutoStarch.Change loops =
        AutoStarch.DEFAULT.react(0.02, AutoStarch.Symptom.LOOPS).orElseThrow();
    assertThat(loops.slot()).isEqualTo(AutoStarch.Slot.PLAN);
    assertThat(loops.after()).isEqualTo(0.025);
    AutoStarch.Change contradictions =
        AutoStarch.DEFAULT.react(0.028, AutoStarch.Symptom.CONTRADICTIONS).orElseThrow();
    assertThat(contradictions.slot()).isEqualTo(AutoStarch.Slot.TRACE);
    assertThat(contradictions.after()).isEqualTo(0.03);
    assertThat(AutoStarch.DEFAULT.react(0.03, AutoStarch.Symptom.LOOPS)).isEmpty();
    assertThat(AutoStarch.DEFAULT.react(0.05, AutoStarch.Symptom.LOOPS)).isEmpty();
  }
}

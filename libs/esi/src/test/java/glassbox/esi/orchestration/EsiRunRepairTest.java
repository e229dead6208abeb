package glassbox.esi.orchestration;

import static glassbox.esi.orchestration.Reports.diagnostic;
import static glassbox.esi.orchestration.Reports.stages;
import static org.assertj.core.api.Assertions.assertThat;

import glassbox.critics.Verdict;
import glassbox.esi.decoding.Pass;
import glassbox.esi.field.Field;
import glassbox.esi.heat.Heat;
import glassbox.esi.judging.CriticPanel;
import glassbox.esi.judging.Inquiry;
import glassbox.esi.judging.Phase;
import glassbox.esi.run.Diagnostic;
import glassbox.esi.run.Stage;
import glassbox.esi.trace.Fragment;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What a run does about a flag: judge, repair, start again, or end. */
class EsiRunRepairTest {

  /** Units flags a quote where {@code wrong} holds; all else passes. */
  private static CriticPanel unitsFlags(String quote, Predicate<Inquiry> wrong) {
    return Panels.of(
        (critic, inquiry) ->
            critic.equals("units") && wrong.test(inquiry)
                ? Panels.flag(inquiry, quote)
                : new Verdict.Passed(1));
  }

  /** A course whose model computes the same again when it is asked to. */
  private static Course computingTwice() {
    var course = new Course(ScriptedDecoder.pens());
    course.decoder.say(
        Field.COMPUTE,
        " <|call|>calculator 12*35<|result|>",
        " so[Checks]",
        " <|call|>calculator 12*35<|result|>",
        " so[Checks]");
    return course;
  }

  @Test
  void judgesTheChecksBeforeAnswerIsBegun() {
    var course = new Course(ScriptedDecoder.pens());
    course.panel = unitsFlags("12*35", inquiry -> inquiry.phase() == Phase.CHECKS);
    RunReport report = course.run();
    assertThat(report.transcript().map().has(Field.ANSWER)).isFalse();
    assertThat(stages(report)).containsSequence(Stage.VERIFY, Stage.REPAIR, Stage.FAIL);
    assertThat(report.judgements()).extracting(Judgement::phase).containsOnly(Phase.CHECKS);
    assertThat(diagnostic(report).block()).hasToString("Block[field=[Compute], label=null]");
  }

  @Test
  void repairsTheFailingLineAloneAndKeepsWhatIsReadOnly() {
    var course =
        new Course(
            ScriptedDecoder.pens()
                .say(
                    Field.COMPUTE,
                    " <|call|>calculator 12*35<|result|>",
                    " <|call|>calculator 12*36<|result|>",
                    " so[Checks]",
                    " <|call|>calculator 420+1<|result|>",
                    " so[Checks]")
                .say(Field.TRACE, " t1 calculator; t2 calculator[Answer]")
                .say(Field.ANSWER, " 421 pens<|end|>"));
    course.domain = "quantities";
    course.panel = unitsFlags("12*36", inquiry -> inquiry.transcript().text().contains("12*36"));
    RunReport report = course.run();
    assertThat(report.answer()).contains("421 pens");
    assertThat(report.end().repairs()).isEqualTo(1);
    assertThat(report.transcript().text())
        .isEqualTo(
            "[Given] 12 boxes of 35 pens[Plan] calculator[Compute] <|call|>calculator 12*35"
                + "<|result|>420 t1<|done|> <|call|>calculator 420+1<|result|>421 t3<|done|> so"
                + "[Checks] unit pens[Trace] t1 calculator; t2 calculator; t3 calculator"
                + "[Answer] 421 pens");
    Pass repair =
        course.decoder.passes.stream()
            .filter(pass -> pass.stage() == Stage.REPAIR)
            .findFirst()
            .orElseThrow();
    assertThat(repair.heat()).isEqualTo(new Heat(0.2, 0.8));
    assertThat(repair.instruction().orElseThrow())
        .contains("[Compute] line 2", "units", "wrong: 12*36");
  }

  @Test
  void measuresChiOnTheDraftAlsoAfterARepair() {
    var course = computingTwice();
    course.panel = unitsFlags("12*35", inquiry -> course.decoder.passes.size() < 6);
    assertThat(course.run().answer()).contains("420 pens");
    var segment = computingTwice();
    segment.configuration = Course.with("chi: draft", "chi: segment");
    segment.panel = unitsFlags("12*35", inquiry -> segment.decoder.passes.size() < 6);
    RunReport cold = segment.run();
    assertThat(cold.answer()).isEmpty();
    assertThat(diagnostic(cold).reasons()).anyMatch(reason -> reason.startsWith("chi is 0.5"));
  }

  @Test
  void restartsOnceWhenEveryCriticFlagsAndNeverCommits() {
    var course = computingTwice();
    course.panel = Panels.of((critic, inquiry) -> Panels.flag(inquiry, "nowhere"));
    RunReport report = course.run();
    assertThat(report.end().restarts()).isEqualTo(1);
    assertThat(diagnostic(report).cause()).isEqualTo(Diagnostic.Cause.ALL_FLAGGED);
    assertThat(report.trace().fragments()).extracting(Fragment::id).contains("t1", "t2");
    assertThat(stages(report)).filteredOn(stage -> stage == Stage.OUTLINE).hasSize(2);
  }

  /** [Given] is read-only, so a repair could not help. */
  @Test
  void beginsAnewOnceWhenWhatWasTakenAsGivenIsFlagged() {
    var course = new Course(ScriptedDecoder.pens());
    course.decoder.say(Field.GIVEN, " 12 boxes of 30 pens[Plan]", " 12 boxes of 35 pens[Plan]");
    course.decoder.say(
        Field.COMPUTE,
        " <|call|>calculator 12*30<|result|>",
        " so[Checks]",
        " <|call|>calculator 12*35<|result|>",
        " so[Checks]");
    course.decoder.say(Field.TRACE, " t1 calculator[Answer]", " t2 calculator[Answer]");
    course.panel =
        unitsFlags("30 pens", inquiry -> inquiry.transcript().text().contains("30 pens"));
    RunReport report = course.run();
    assertThat(report.answer()).contains("420 pens");
    assertThat(report.end().restarts()).isEqualTo(1);
    assertThat(report.end().repairs()).isZero();
    assertThat(report.trace().fragments()).extracting(Fragment::id).contains("t1", "t2");
    List<Pass> passes = course.decoder.passes;
    assertThat(passes.getFirst().instruction()).isEmpty();
    assertThat(passes.getLast().instruction().orElseThrow())
        .contains("[Given]", "units", "wrong: 30 pens", "begin anew");
  }

  @Test
  void failsWhenWhatWasTakenAsGivenIsFlaggedAgain() {
    var course = computingTwice();
    course.panel = unitsFlags("35 pens", inquiry -> true);
    RunReport report = course.run();
    assertThat(report.answer()).isEmpty();
    assertThat(report.end().restarts()).isEqualTo(1);
    assertThat(diagnostic(report).cause()).isEqualTo(Diagnostic.Cause.GATE);
    assertThat(diagnostic(report).block()).hasToString("Block[field=[Given], label=null]");
  }

  @Test
  void repairsAFieldThatWasNotWritten() {
    var course = new Course(ScriptedDecoder.pens());
    course.decoder.say(Field.CHECKS, "[Trace]", " unit pens[Trace]");
    RunReport report = course.run();
    assertThat(report.answer()).contains("420 pens");
    assertThat(report.end().repairs()).isEqualTo(1);
    course = new Course(ScriptedDecoder.pens());
    course.decoder.say(Field.PLAN, "[Compute]");
    assertThat(diagnostic(course.run()).cause()).isEqualTo(Diagnostic.Cause.MALFORMED);
  }
}

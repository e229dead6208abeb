package glassbox.esi.orchestration;

import static glassbox.esi.orchestration.Reports.stages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import glassbox.esi.decoding.DecoderException;
import glassbox.esi.decoding.Pass;
import glassbox.esi.field.Field;
import glassbox.esi.heat.Heat;
import glassbox.esi.parameter.Parameters;
import glassbox.esi.run.Stage;
import glassbox.esi.trace.Claim;
import glassbox.esi.trace.Fragment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The course of a run that commits: its stages, heat, passes, starch, events and time. */
class EsiRunTest {

  private static final String GOLD =
      "[Given] 12 boxes of 35 pens[Plan] calculator[Compute] first we can ask the tool: "
          + "<|call|>calculator 12*35<|result|>420 t1<|done|> and this surely is fine"
          + "[Checks] unit pens[Trace] t1 calculator[Answer] 420 pens";

  @Test
  void commitsWhatPassesWithItsEvidence() {
    var course = new Course(ScriptedDecoder.pens());
    RunReport report = course.run();
    assertThat(report.transcript().text()).isEqualTo(GOLD);
    assertThat(report.answer()).contains("420 pens");
    assertThat(stages(report))
        .containsExactly(
            Stage.PREP, Stage.OUTLINE, Stage.DRAFT, Stage.VERIFY, Stage.JUDGE, Stage.COMMIT);
    assertThat(report.trace().fragments())
        .extracting(Fragment::id, Fragment::output)
        .contains(tuple("t1", "420"));
    assertThat(report.trace().claims()).containsExactly(new Claim("c1", "420 pens", List.of("t1")));
    assertThat(report.scaffoldTokens()).isEqualTo(6);
    assertThat(report.configurationHash()).isEqualTo(course.configuration.hash());
    assertThat(report.passes()).extracting(PassRecord::block).doesNotContain(Optional.empty());
  }

  @Test
  void heatsEachPhaseAndNumbersEachPass() {
    var course = new Course(ScriptedDecoder.pens());
    course.run();
    assertThat(course.decoder.passes).extracting(Pass::number).containsExactly(0, 1, 2, 3, 4);
    assertThat(course.decoder.passes)
        .extracting(Pass::stage, Pass::heat)
        .containsExactly(
            tuple(Stage.OUTLINE, new Heat(0.3, 0.9)),
            tuple(Stage.DRAFT, new Heat(0.8, 0.95)),
            tuple(Stage.DRAFT, new Heat(0.8, 0.95)),
            tuple(Stage.VERIFY, new Heat(0.2, 0.8)),
            tuple(Stage.VERIFY, new Heat(0.2, 0.8)));
    assertThat(course.decoder.passes).extracting(Pass::seed).doesNotHaveDuplicates();
  }

  @Test
  void tellsTheListenerEveryTokenInItsPlace() {
    var course = new Course(ScriptedDecoder.pens());
    RunReport report = course.run();
    List<RunEvent.TokenWritten> told =
        course.events.stream()
            .filter(RunEvent.TokenWritten.class::isInstance)
            .map(RunEvent.TokenWritten.class::cast)
            .toList();
    assertThat(told)
        .extracting(RunEvent.TokenWritten::entry)
        .isEqualTo(report.transcript().entries());
    assertThat(course.events.getLast()).isEqualTo(new RunEvent.Committed("420 pens"));
  }

  @Test
  void answersWithoutAScaffoldAtAStarchOfNothing() {
    var course =
        new Course(
            new ScriptedDecoder()
                .say(
                    Field.ANSWER,
                    " I ask: <|call|>calculator 12*35<|result|>",
                    " so 420 pens<|end|>"));
    course.configuration =
        Course.with(
            "{up_to: 0.25, S_percent: 0.01}", "{up_to: 0.25, S_percent: 0}",
            "{up_to: 0.60, S_percent: 0.02}", "{up_to: 0.60, S_percent: 0}",
            "{up_to: 1.00, S_percent: 0.03}", "{up_to: 1.00, S_percent: 0}",
            "S_percent: 0.02\n", "S_percent: 0\n");
    RunReport report = course.run();
    assertThat(report.scaffoldTokens()).isZero();
    assertThat(report.transcript().text()).endsWith("420 t1<|done|> so 420 pens");
    assertThat(report.answer()).contains("I ask:  so 420 pens");
    assertThat(course.decoder.passes).extracting(Pass::stage).containsOnly(Stage.DRAFT);
  }

  @Test
  void takesAShareThatSomebodyAskedForAsItIs() {
    for (double share : new double[] {0, 0.05}) {
      var course = new Course(ScriptedDecoder.pens().say(Field.ANSWER, " 420 pens<|end|>"));
      Parameters asked = Parameters.of(course.configuration, "general");
      RunReport report =
          new EsiRun(course.configuration, course.ports())
              .run(
                  course.order(),
                  new Parameters(asked.schedule(), share, asked.slots(), true),
                  course.listener());
      assertThat(report.starch()).isEqualTo(share);
      assertThat(report.starchTokens()).isEqualTo((int) (share * 1000));
      assertThat(report.changes()).isEmpty();
    }
  }

  @Test
  void countsTheTaskWhileItIsOutlined() {
    for (boolean hints : new boolean[] {false, true}) {
      var course = new Course(ScriptedDecoder.pens());
      course.configuration = Course.with("hints: false", "hints: " + hints);
      List<Integer> passesBefore = new ArrayList<>();
      course.decoder.onCounted = () -> passesBefore.add(course.decoder.passes.size());
      RunReport report = course.run();
      assertThat(report.answer()).contains("420 pens");
      assertThat(passesBefore).startsWith(hints ? 0 : 1);
      assertThat(report.volatility().length()).isPositive();
    }
  }

  @Test
  void failsWhereItsTaskCannotBeCounted() {
    var course = new Course(ScriptedDecoder.pens());
    course.decoder.onCounted =
        () -> {
          throw new DecoderException("away", null);
        };
    RunReport report = course.run();
    assertThat(stages(report)).containsExactly(Stage.PREP, Stage.OUTLINE, Stage.FAIL);
    assertThat(report.answer()).isEmpty();
  }

  @Test
  void accountsForItsTime() {
    RunReport report = new Course(ScriptedDecoder.pens()).run();
    Costs costs = report.costs();
    assertThat(costs.decoding().toMillis()).isEqualTo(50);
    assertThat(costs.markers()).isEqualTo(Duration.ofMillis(Field.values().length));
    double unsaid = 1 - Math.exp(-0.1);
    assertThat(costs.scaffold().toNanos())
        .isCloseTo((long) (unsaid * costs.markers().toNanos()), within(1_000L));
    assertThat(costs.own()).isPositive();
    double expected =
        (double) (costs.scaffold().toNanos() + costs.critics().toNanos() + costs.own().toNanos())
            / (costs.decoding().toNanos() - costs.scaffold().toNanos());
    assertThat(costs.share()).isEqualTo(expected);
    assertThat(Costs.NONE.share()).isZero();
  }
}

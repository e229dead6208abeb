package glassbox.esi.orchestration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import glassbox.critics.Verdict;
import glassbox.esi.decoding.DecoderException;
import glassbox.esi.decoding.Pass;
import glassbox.esi.field.Field;
import glassbox.esi.heat.Heat;
import glassbox.esi.judging.PanelException;
import glassbox.esi.judging.Phase;
import glassbox.esi.judging.Report;
import glassbox.esi.parameter.Parameters;
import glassbox.esi.run.Diagnostic;
import glassbox.esi.run.Stage;
import glassbox.esi.tool.Calculator;
import glassbox.esi.tool.Converter;
import glassbox.esi.tool.Tool;
import glassbox.esi.tool.ToolBox;
import glassbox.esi.trace.Claim;
import glassbox.esi.trace.Fragment;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EsiRunTest {

  private static final String GOLD =
      "[Given] 12 boxes of 35 pens[Plan] calculator[Compute] first we can ask the tool: "
          + "<|call|>calculator 12*35<|result|>420 t1<|done|> and this surely is fine"
          + "[Checks] unit pens[Trace] t1 calculator[Answer] 420 pens";

  private static List<Stage> stages(RunReport report) {
    return report.history().stream().map(StageRecord::stage).toList();
  }

  private static Diagnostic diagnostic(RunReport report) {
    return Objects.requireNonNull(report.end().diagnostic());
  }

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
  void showsAFailedCallToTheModelAndRecordsIt() {
    var course =
        new Course(
            ScriptedDecoder.pens()
                .say(
                    Field.COMPUTE,
                    " <|call|>calculator 12/0<|result|>",
                    " <|call|>calculator 12*35<|result|>",
                    " fine[Checks]")
                .say(Field.TRACE, " t2 calculator[Answer]"));
    RunReport report = course.run();
    assertThat(report.transcript().text()).contains("<|result|>error: division by zero t1<|done|>");
    assertThat(report.trace().fragment("t1").orElseThrow().kind()).isEqualTo("error");
    assertThat(report.answer()).contains("420 pens");
  }

  @Test
  void doesNotLetAClaimRestOnAnError() {
    var course =
        new Course(
            ScriptedDecoder.pens()
                .say(Field.COMPUTE, " <|call|>nothing at all<|result|>", " fine[Checks]"));
    RunReport report = course.run();
    assertThat(report.answer()).isEmpty();
    assertThat(diagnostic(report).cause()).isEqualTo(Diagnostic.Cause.GATE);
  }

  @Test
  void judgesTheChecksBeforeAnswerIsBegun() {
    var course = new Course(ScriptedDecoder.pens());
    course.panel =
        Panels.of(
            (critic, inquiry) ->
                critic.equals("units") && inquiry.phase() == Phase.CHECKS
                    ? Panels.flag(inquiry, "12*35")
                    : new Verdict.Passed(1));
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
    course.panel =
        Panels.of(
            (critic, inquiry) ->
                critic.equals("units") && inquiry.transcript().text().contains("12*36")
                    ? Panels.flag(inquiry, "12*36")
                    : new Verdict.Passed(1));
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
    var course = new Course(ScriptedDecoder.pens());
    course.panel =
        Panels.of(
            (critic, inquiry) ->
                critic.equals("units") && course.decoder.passes.size() < 6
                    ? Panels.flag(inquiry, "12*35")
                    : new Verdict.Passed(1));
    course.decoder.say(
        Field.COMPUTE,
        " <|call|>calculator 12*35<|result|>",
        " so[Checks]",
        " <|call|>calculator 12*35<|result|>",
        " so[Checks]");
    assertThat(course.run().answer()).contains("420 pens");
    var segment = new Course(ScriptedDecoder.pens());
    segment.configuration = Course.with("chi: draft", "chi: segment");
    segment.panel =
        Panels.of(
            (critic, inquiry) ->
                critic.equals("units") && segment.decoder.passes.size() < 6
                    ? Panels.flag(inquiry, "12*35")
                    : new Verdict.Passed(1));
    segment.decoder.say(
        Field.COMPUTE,
        " <|call|>calculator 12*35<|result|>",
        " so[Checks]",
        " <|call|>calculator 12*35<|result|>",
        " so[Checks]");
    RunReport cold = segment.run();
    assertThat(cold.answer()).isEmpty();
    assertThat(diagnostic(cold).reasons()).anyMatch(reason -> reason.startsWith("chi is 0.5"));
  }

  @Test
  void restartsOnceWhenEveryCriticFlagsAndNeverCommits() {
    var course = new Course(ScriptedDecoder.pens());
    course.panel = Panels.of((critic, inquiry) -> Panels.flag(inquiry, "nowhere"));
    course.decoder.say(
        Field.COMPUTE,
        " <|call|>calculator 12*35<|result|>",
        " so[Checks]",
        " <|call|>calculator 12*35<|result|>",
        " so[Checks]");
    RunReport report = course.run();
    assertThat(report.end().restarts()).isEqualTo(1);
    assertThat(diagnostic(report).cause()).isEqualTo(Diagnostic.Cause.ALL_FLAGGED);
    assertThat(report.trace().fragments()).extracting(Fragment::id).contains("t1", "t2");
    assertThat(stages(report)).filteredOn(stage -> stage == Stage.OUTLINE).hasSize(2);
  }

  @Test
  void failsWhereAMandatoryCriticIsAwayOrSilent() {
    var away = new Course(ScriptedDecoder.pens());
    away.panel =
        Panels.of(
            (critic, inquiry) ->
                critic.equals("contradiction")
                    ? new Verdict.Unavailable("time-out")
                    : new Verdict.Passed(1));
    assertThat(diagnostic(away.run()).cause()).isEqualTo(Diagnostic.Cause.UNAVAILABLE);
    var silent = new Course(ScriptedDecoder.pens());
    silent.panel =
        inquiry -> {
          var all = Panels.passing().judge(inquiry);
          return new Report(all.ballots().subList(1, 3), all.chi());
        };
    RunReport report = silent.run();
    assertThat(diagnostic(report).cause()).isEqualTo(Diagnostic.Cause.UNAVAILABLE);
    assertThat(diagnostic(report).reasons()).anyMatch(reason -> reason.contains("units"));
  }

  @Test
  void turnsWhateverAPortThrowsIntoAnEnd() {
    for (RuntimeException thrown :
        List.of(new DecoderException("down", null), new IllegalStateException("odd"))) {
      var course = new Course(ScriptedDecoder.pens());
      course.decoder.before =
          pass -> {
            if (pass.number() == 2) {
              throw thrown;
            }
          };
      RunReport report = course.run();
      assertThat(diagnostic(report).cause()).isEqualTo(Diagnostic.Cause.UNAVAILABLE);
      assertThat(report.transcript().map().has(Field.COMPUTE)).isTrue();
      assertThat(course.events.getLast()).isInstanceOf(RunEvent.Failed.class);
    }
    var critics = new Course(ScriptedDecoder.pens());
    critics.panel =
        inquiry -> {
          throw new PanelException("refused", null);
        };
    assertThat(diagnostic(critics.run()).reasons()).containsExactly("critics: refused");
  }

  @Test
  void endsWhenTheCallerIsGoneInTheMiddleOfAPass() {
    var course = new Course(ScriptedDecoder.pens());
    course.decoder.onToken = token -> course.gone.set(token.text().contains("fine"));
    RunReport report = course.run();
    assertThat(diagnostic(report).cause()).isEqualTo(Diagnostic.Cause.CANCELLED);
    assertThat(course.decoder.passes).hasSize(3);
  }

  @Test
  void endsWhenTheListenerBreaks() {
    var course = new Course(ScriptedDecoder.pens());
    RunReport report =
        new EsiRun(course.configuration, course.ports())
            .run(
                course.order(),
                Parameters.of(course.configuration, course.domain),
                new RunListener() {
                  @Override
                  public void on(RunEvent event) {
                    throw new IllegalStateException("closed");
                  }

                  @Override
                  public boolean gone() {
                    return false;
                  }
                });
    assertThat(diagnostic(report).cause()).isEqualTo(Diagnostic.Cause.CANCELLED);
  }

  @Test
  void fallsBackOverTheLatencyCapAndFailsOverTwiceIt() {
    var slow = new Course(ScriptedDecoder.pens());
    slow.decoder.before = pass -> slow.clock.pass(pass.number() == 2 ? 21_000 : 0);
    RunReport report = slow.run();
    assertThat(report.end().fallback()).isTrue();
    assertThat(report.answer()).contains("420 pens");
    assertThat(slow.decoder.passes.getLast().heat()).isEqualTo(new Heat(0.3, 0.8));
    assertThat(report.changes()).extracting(change -> change.by()).contains("fallback");
    var slower = new Course(ScriptedDecoder.pens());
    slower.decoder.before = pass -> slower.clock.pass(21_000);
    assertThat(diagnostic(slower.run()).cause()).isEqualTo(Diagnostic.Cause.TIME);
  }

  @Test
  void doesNotCommitAnAnswerThatWasCutShort() {
    var course = new Course(ScriptedDecoder.pens());
    course.configuration = Course.with("answer_tokens: 128", "answer_tokens: 1");
    course.decoder.say(Field.ANSWER, " 420 pens and more<|end|>");
    RunReport report = course.run();
    assertThat(diagnostic(report).cause()).isEqualTo(Diagnostic.Cause.MALFORMED);
    assertThat(diagnostic(report).block()).hasToString("Block[field=[Answer], label=null]");
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

  @Test
  void refusesTraceIdsThatThisRunDidNotIssueAndListsItsOwnInTheRepair() {
    var course = new Course(ScriptedDecoder.pens().say(Field.TRACE, " t7 calculator[Answer]"));
    RunReport report = course.run();
    assertThat(report.judgements().getFirst().reasons()).contains("this run did not issue t7");
    assertThat(report.transcript().text(Field.TRACE)).isEqualTo(" t1 calculator");
    assertThat(report.answer()).contains("420 pens");
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
  void coolsTheRestOfADraftWhoseToolsDisagree() {
    var course =
        new Course(
            ScriptedDecoder.pens()
                .say(
                    Field.COMPUTE,
                    " <|call|>convert 1 m mm<|result|>",
                    " <|call|>convert 1000 mm m<|result|>",
                    " <|call|>echo a<|result|>",
                    " <|call|>echo a<|result|>",
                    " <|call|>calculator 12*35<|result|>",
                    " so[Checks]")
                .say(Field.TRACE, " t5 calculator[Answer]"));
    int[] times = {0};
    var echo =
        new Tool() {
          @Override
          public String name() {
            return "echo";
          }

          @Override
          public String run(String input) {
            return "said " + times[0]++;
          }
        };
    Ports ports =
        new Ports(
            course.decoder,
            course.panel,
            new ToolBox(List.of(echo, new Calculator(), new Converter(List.of()))),
            course.clock);
    RunReport report =
        new EsiRun(course.configuration, ports)
            .run(
                course.order(),
                Parameters.of(course.configuration, course.domain),
                course.listener());
    assertThat(report.changes()).extracting(change -> change.by()).contains("tool-rule");
    assertThat(
            course.decoder.passes.stream()
                .filter(pass -> pass.stage() == Stage.DRAFT)
                .map(pass -> pass.heat().temperature()))
        .containsExactly(0.8, 0.8, 0.8, 0.8, 0.7, 0.7);
  }

  @Test
  void refusesCallsBeyondTheLimit() {
    var course = new Course(ScriptedDecoder.pens());
    course.configuration = Course.with("tool_calls: 8", "tool_calls: 1");
    course.decoder.say(
        Field.COMPUTE,
        " <|call|>calculator 12*35<|result|>",
        " <|call|>calculator 1+1<|result|>",
        " so[Checks]");
    RunReport report = course.run();
    assertThat(report.transcript().text()).contains("error: no more calls t2<|done|>");
    assertThat(report.answer()).contains("420 pens");
  }

  @Test
  void accountsForItsTime() {
    RunReport report = new Course(ScriptedDecoder.pens()).run();
    Costs costs = report.costs();
    assertThat(costs.decoding().toMillis()).isEqualTo(50);
    assertThat(costs.scaffold()).isPositive().isLessThan(costs.decoding());
    assertThat(costs.own()).isPositive();
    double expected =
        (double) (costs.scaffold().toNanos() + costs.critics().toNanos() + costs.own().toNanos())
            / (costs.decoding().toNanos() - costs.scaffold().toNanos());
    assertThat(costs.share()).isEqualTo(expected);
    assertThat(Costs.NONE.share()).isZero();
  }
}

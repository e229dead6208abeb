package glassbox.esi.orchestration;

import static glassbox.esi.orchestration.Reports.diagnostic;
import static org.assertj.core.api.Assertions.assertThat;

import glassbox.critics.Verdict;
import glassbox.esi.decoding.DecoderException;
import glassbox.esi.field.Field;
import glassbox.esi.heat.Heat;
import glassbox.esi.judging.PanelException;
import glassbox.esi.judging.Report;
import glassbox.esi.parameter.Parameters;
import glassbox.esi.run.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ends without an answer: somebody is away, gone, late, or the answer is cut short. */
class EsiRunEndsTest {

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
}

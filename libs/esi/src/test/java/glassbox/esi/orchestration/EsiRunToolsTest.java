package glassbox.esi.orchestration;

import static glassbox.esi.orchestration.Reports.diagnostic;
import static org.assertj.core.api.Assertions.assertThat;

import glassbox.esi.field.Field;
import glassbox.esi.parameter.Parameters;
import glassbox.esi.run.Diagnostic;
import glassbox.esi.run.Stage;
import glassbox.esi.tool.Calculator;
import glassbox.esi.tool.Converter;
import glassbox.esi.tool.Tool;
import glassbox.esi.tool.ToolBox;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls of tools in a run, and the evidence that they leave. */
class EsiRunToolsTest {

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
  void refusesTraceIdsThatThisRunDidNotIssueAndListsItsOwnInTheRepair() {
    var course = new Course(ScriptedDecoder.pens().say(Field.TRACE, " t7 calculator[Answer]"));
    RunReport report = course.run();
    assertThat(report.judgements().getFirst().reasons()).contains("this run did not issue t7");
    assertThat(report.transcript().text(Field.TRACE)).isEqualTo(" t1 calculator");
    assertThat(report.answer()).contains("420 pens");
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
}

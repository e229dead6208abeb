package glassbox.esi.orchestration;

import glassbox.esi.config.Controllers;
import glassbox.esi.decoding.Forced;
import glassbox.esi.decoding.Marks;
import glassbox.esi.heat.HeatChange;
import glassbox.esi.parameter.ParameterChange;
import glassbox.esi.run.Stage;
import glassbox.esi.tool.Invariants;
import glassbox.esi.tool.ToolBox;
import glassbox.esi.tool.ToolResult;
import glassbox.esi.trace.Trace;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers a draft's calls, writes their fragments, and cools a draft whose tools disagree. */
final class ToolDesk {

  private final ToolBox tools;
  private final Sheet sheet;
  private final RunLog log;
  private final Meter meter;
  private final Clock clock;
  private final Controllers controllers;
  private @Nullable ToolResult previous;
  private int left;

  ToolDesk(
      ToolBox tools, Sheet sheet, RunLog log, Meter meter, Clock clock, Controllers controllers) {
    this.tools = tools;
    this.sheet = sheet;
    this.log = log;
    this.meter = meter;
    this.clock = clock;
    this.controllers = controllers;
  }

  /** A draft or a repair begins, with so many calls. */
  void begin(int calls) {
    left = calls;
    previous = null;
  }

  /** Runs a call; what must be forced after it. */
  List<Forced> answer(String call, Stage stage) {
    ToolResult result =
        left-- > 0
            ? meter.wait(Meter.Account.TOOLS, () -> tools.run(call))
            : ToolBox.refused(call, "no more calls");
    String id = sheet.trace.nextId();
    String kind = result.failed() ? Trace.ERROR : result.kind();
    sheet.trace =
        sheet.trace.issue(kind, result.tool(), result.input(), result.output(), clock.instant());
    log.tell(new RunEvent.ToolRan(sheet.trace.fragments().getLast(), result.failed()));
    if (previous != null && stage == Stage.DRAFT && controllers.enabled()) {
      Invariants.broken(previous, result).ifPresent(this::cool);
    }
    previous = result;
    return List.of(
        new Forced.Mark(Marks.RESULT),
        new Forced.Text(result.output() + " " + id),
        new Forced.Mark(Marks.DONE));
  }

  private void cool(String invariant) {
    controllers.tool().cooled(sheet.schedule, invariant).ifPresent(this::change);
  }

  private void change(HeatChange change) {
    sheet.schedule = change.schedule();
    log.changed(
        new ParameterChange(
            change.parameter(), change.before(), change.after(), "tool-rule", change.reason()));
  }
}

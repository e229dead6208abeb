package glassbox.esi.orchestration;

import glassbox.esi.config.DomainProfile;
import glassbox.esi.config.EsiConfiguration;
import glassbox.esi.decoding.DecoderException;
import glassbox.esi.decoding.StoppedException;
import glassbox.esi.field.Field;
import glassbox.esi.heat.HeatChange;
import glassbox.esi.heat.HeatSchedule;
import glassbox.esi.judging.AgentAnswer;
import glassbox.esi.judging.PanelException;
import glassbox.esi.judging.Phase;
import glassbox.esi.judging.Ruling;
import glassbox.esi.parameter.ParameterChange;
import glassbox.esi.parameter.Parameters;
import glassbox.esi.run.Diagnostic;
import glassbox.esi.run.Event;
import glassbox.esi.run.RunState;
import glassbox.esi.run.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run on its way: does what its state asks for and moves it by what came of that. Whatever a port
 * throws is an event. For one thread; {@link RunListener#gone()} alone is asked from others.
 */
public final class RunCourse {

  private final EsiConfiguration configuration;
  private final DomainProfile profile;
  private final Ports ports;
  private final RunOrder order;
  private final Parameters parameters;
  private final RunLog log;
  private final Meter meter = new Meter();
  private final Sheet sheet;
  private final Writer writer;
  private final PanelDesk panel;
  private final RepairDesk repairs;
  private final PreparationDesk preparation;
  private final Instant started;
  private RunState state = RunState.INITIAL;

  /** What this generation is told of the one before, if that is why there is another. */
  private Optional<String> told = Optional.empty();

  RunCourse(
      EsiConfiguration configuration,
      Ports ports,
      RunOrder order,
      Parameters parameters,
      RunListener listener) {
    this.configuration = configuration;
    this.ports = ports;
    this.order = order;
    this.parameters = parameters;
    DomainProfile usual = configuration.domain(order.domain());
    this.profile =
        usual.withFragmentsPerClaim(order.diversity().fragments(usual.fragmentsPerClaim()));
    this.log = new RunLog(listener, ports.clock());
    this.sheet = new Sheet(parameters.schedule());
    this.started = ports.clock().instant();
    var passes = new PassRunner(ports.decoder(), sheet, log, meter, this::unwanted, order);
    var desk =
        new ToolDesk(ports.tools(), sheet, log, meter, ports.clock(), configuration.controllers());
    this.writer = new Writer(sheet, passes, desk, configuration.limits());
    this.panel = new PanelDesk(ports.critics(), configuration, profile, order, sheet, log, meter);
    this.repairs = new RepairDesk(configuration, profile, sheet, writer, log);
    this.preparation =
        new PreparationDesk(configuration, profile, parameters, order, ports.decoder(), sheet, log);
    log.stage(state, List.of());
  }

  /** Where it stands. */
  public RunState state() {
    return state;
  }

  /** Whether it committed or failed. */
  public boolean ended() {
    return state.stage().terminal();
  }

  /** Does one stage; nothing once it ended. */
  public void advance() {
    if (!ended()) {
      move(meter.work(this::event));
    }
  }

  /** What other agents answered, for critics that compare. */
  public void hear(List<AgentAnswer> answers) {
    panel.others = List.copyOf(answers);
  }

  /** Cools the draft to come. */
  public void cool(HeatChange change, String by) {
    sheet.schedule = change.schedule();
    log.changed(changed(change, by));
  }

  /** The schedule that its next passes use. */
  public HeatSchedule schedule() {
    return sheet.schedule;
  }

  /** What the model said in a field so far. */
  public String text(Field field) {
    return sheet.transcript.said(field).strip();
  }

  /** Whether the checks before its answer passed. */
  public boolean checked() {
    return sheet.checksPassed;
  }

  /** The run as it went so far. */
  public RunReport report() {
    return new RunReport(
        order.runId(),
        order.domain(),
        configuration.hash(),
        preparation.settled().volatility(),
        preparation.settled().share(),
        preparation.settled().budget(),
        sheet.transcript.map().structure(),
        parameters.schedule(),
        profile.fragmentsPerClaim(),
        state,
        log.stages,
        log.passes,
        log.judgements,
        log.changes,
        sheet.transcript,
        sheet.trace,
        meter.costs(log.decoding()));
  }

  private Event event() {
    if (log.gone()) {
      return new Event.ClientGone();
    }
    if (state.stage() != Stage.JUDGE && late(state.fallback() ? 2 : 1)) {
      return new Event.TimeExceeded();
    }
    try {
      return work();
    } catch (StoppedException e) {
      return log.gone() ? new Event.ClientGone() : new Event.TimeExceeded();
    } catch (DecoderException e) {
      return new Event.DependencyFailed("decoder", String.valueOf(e.getMessage()));
    } catch (PanelException e) {
      return new Event.DependencyFailed("critics", String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      return new Event.DependencyFailed("run", e.getClass().getSimpleName());
    }
  }

  private Event work() {
    return switch (state.stage()) {
      case PREP -> prepare();
      case OUTLINE -> outline();
      case DRAFT -> draft();
      case VERIFY -> verify();
      case JUDGE -> judged(Phase.ANSWER).orElseGet(Event.GateOpened::new);
      case REPAIR -> repaired();
      case COMMIT, FAIL -> throw new IllegalStateException("nothing follows " + state.stage());
    };
  }

  private Event prepare() {
    preparation.begin();
    Instant now = ports.clock().instant();
    sheet.trace = sheet.trace.give("prompt", order.prompt(), now);
    order.context().ifPresent(text -> sheet.trace = sheet.trace.give("context", text, now));
    return new Event.Prepared();
  }

  private Event outline() {
    sheet.clear();
    told = repairs.anew();
    Event event =
        sheet.scaffold.fields()
            ? written(writer.outline(Stage.OUTLINE, told))
            : new Event.PassEnded();
    preparation.settle();
    return event;
  }

  private Event draft() {
    Optional<Field> missing = writer.compute(Stage.DRAFT, told);
    sheet.drafted();
    return written(missing);
  }

  private Event verify() {
    return sheet.scaffold.fields()
        ? answered(Stage.VERIFY, told, List.of())
        : new Event.PassEnded();
  }

  private Event repaired() {
    RepairDesk.Redo redo = repairs.begin(state.shut());
    Optional<Field> missing = repairs.write(redo);
    return missing.isPresent() || !sheet.scaffold.fields()
        ? written(missing)
        : answered(Stage.REPAIR, redo.instruction(), redo.ids());
  }

  /** Checks and trace are written and judged; the answer only if they pass. */
  private Event answered(Stage stage, Optional<String> instruction, List<String> ids) {
    Optional<Field> missing = writer.checks(stage, instruction, ids);
    if (missing.isPresent()) {
      return written(missing);
    }
    if (!sheet.checksPassed) {
      Optional<Event> shut = judged(Phase.CHECKS);
      if (shut.isPresent()) {
        return shut.get();
      }
      sheet.checksPassed = true;
    }
    return written(writer.answer(stage, instruction));
  }

  /** What a shut gate means; empty where it is open. */
  private Optional<Event> judged(Phase phase) {
    Ruling ruling = panel.rule(phase);
    String reasons = String.join("; ", ruling.reasons());
    return switch (ruling.outcome()) {
      case OPEN -> Optional.empty();
      case SHUT -> Optional.of(repairs.shut(ruling));
      case ALL_FLAGGED -> Optional.of(new Event.AllFlagged(ruling.reasons()));
      case UNAVAILABLE -> Optional.of(new Event.DependencyFailed("critics", reasons));
    };
  }

  private Event written(Optional<Field> missing) {
    return missing.isEmpty() ? new Event.PassEnded() : repairs.missing(missing.get());
  }

  private void move(Event event) {
    RunState before = state;
    state = configuration.machine().next(before, event);
    if (ended()) {
      preparation.settleAtLast();
    }
    if (state.fallback() && !before.fallback()) {
      preparation.fallBack();
    }
    if (state.stage() != before.stage() || state.fallback() != before.fallback()) {
      log.stage(state, reasons());
    }
    if (state.committed()) {
      log.tell(new RunEvent.Committed(text(Field.ANSWER)));
    }
    Diagnostic diagnostic = state.diagnostic();
    if (diagnostic != null) {
      log.tell(new RunEvent.Failed(diagnostic));
    }
  }

  private List<String> reasons() {
    Diagnostic diagnostic = state.diagnostic();
    return diagnostic != null ? diagnostic.reasons() : state.committed() ? List.of() : state.shut();
  }

  /** Whether nobody waits for a pass: the caller is gone, or even the fallback's time is over. */
  private boolean unwanted() {
    return log.gone() || late(2);
  }

  private boolean late(int times) {
    Duration elapsed = Duration.between(started, ports.clock().instant());
    return elapsed.compareTo(configuration.fallback().after().multipliedBy(times)) > 0;
  }

  private static ParameterChange changed(HeatChange change, String by) {
    return new ParameterChange(
        change.parameter(), change.before(), change.after(), by, change.reason());
  }
}

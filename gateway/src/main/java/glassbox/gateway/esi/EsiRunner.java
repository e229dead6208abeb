package glassbox.gateway.esi;

import glassbox.contracts.generation.Generation;
import glassbox.contracts.generation.ModelDigest;
import glassbox.contracts.run.Domain;
import glassbox.contracts.specialist.FederationView;
import glassbox.contracts.trace.RunTrace;
import glassbox.esi.config.EsiConfiguration;
import glassbox.esi.field.Field;
import glassbox.esi.heat.Heat;
import glassbox.esi.heat.HeatSchedule;
import glassbox.esi.orchestration.EsiRun;
import glassbox.esi.orchestration.PassRecord;
import glassbox.esi.orchestration.Ports;
import glassbox.esi.orchestration.RunListener;
import glassbox.esi.orchestration.RunOrder;
import glassbox.esi.orchestration.RunReport;
import glassbox.esi.parameter.Parameters;
import glassbox.esi.run.Diagnostic;
import glassbox.gateway.downstream.Critics;
import glassbox.gateway.downstream.DownstreamRefused;
import glassbox.gateway.downstream.DownstreamUnavailable;
import glassbox.gateway.downstream.DownstreamUnavailable.Reason;
import glassbox.gateway.downstream.Inference;
import glassbox.gateway.downstream.Service;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes runs through phases. */
@Component
public final class EsiRunner {
  private final Inference inference;
  private final Critics critics;
  private final Toolboxes tools;
  private final Configurations configurations;
  private final FederationCatalogue federations;
  private final ParameterBook book;
  private final EsiMeters meters;
  private final EsiProperties properties;
  private final Clock clock;

  EsiRunner(
      Inference inference,
      Critics critics,
      Toolboxes tools,
      Configurations configurations,
      FederationCatalogue federations,
      ParameterBook book,
      EsiMeters meters,
      EsiProperties properties,
      Clock clock) {
    this.inference = inference;
    this.critics = critics;
    this.tools = tools;
    this.configurations = configurations;
    this.federations = federations;
    this.book = book;
    this.meters = meters;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Whether a run goes through phases. A federation that nobody knows is the plain way's to refuse.
   *
   * @param asked what the request says; null where it says nothing
   * @throws ScaffoldUnsupported where it asks for what the federation cannot do
   */
  public boolean applies(@Nullable Boolean asked, String federation) {
    if (asked == null) {
      return properties.mode() == EsiProperties.Mode.AUTO && writesScaffolds(federation);
    }
    Optional<FederationView> known = asked ? federations.find(federation) : Optional.empty();
    if (known.filter(found -> !found.scaffold()).isPresent()) {
      throw new ScaffoldUnsupported();
    }
    return known.isPresent();
  }

  /** A service that cannot be asked is told by the run that follows, not here. */
  private boolean writesScaffolds(String federation) {
    try {
      return federations.find(federation).filter(FederationView::scaffold).isPresent();
    } catch (DownstreamUnavailable | DownstreamRefused e) {
      return false;
    }
  }

  /** Names of the domains that the configuration in force has. */
  public Set<String> domains() {
    return configurations.current().configuration().domains().keySet();
  }

  /** Most tokens that an answer's side may take. */
  public int maxTokens() {
    return properties.maxTokens();
  }

  /**
   * Makes a run to its end.
   *
   * @param federation must be known
   * @throws DownstreamUnavailable when the models cannot be asked
   * @throws DownstreamRefused when they refuse
   * @throws CallerGone when the listener says so
   */
  public EsiResult run(EsiOrder order, RunListener listener) {
    EsiConfiguration configuration = configurations.current().configuration();
    FederationView federation =
        federations
            .find(order.question().federation())
            .orElseThrow(
                () -> new DownstreamUnavailable(Service.INFERENCE, Reason.UNREADABLE, null));
    PassDecoder decoder = new PassDecoder(inference, order, federation);
    RemotePanel panel =
        new RemotePanel(critics, order.choice().material(), () -> specialists(decoder));
    RunOrder run = order(order, configuration);
    RunReport report =
        new EsiRun(
                configuration,
                new Ports(decoder, panel, tools.of(order, configuration.tools()), clock))
            .run(run, parameters(order, configuration, run.domain()), listener);
    requireRecordable(report, decoder);
    book.observe(configuration, report);
    meters.count(report);
    return result(order, configuration, report, decoder, panel);
  }

  private static List<ModelDigest> specialists(PassDecoder decoder) {
    List<Generation> passes = decoder.generations();
    return passes.isEmpty() ? List.of() : passes.getLast().specialists();
  }

  private RunOrder order(EsiOrder order, EsiConfiguration configuration) {
    String domain = domain(order.choice().domain(), configuration);
    @Nullable Integer most = order.choice().maxTokens();
    return new RunOrder(
        order.runId(),
        domain,
        order.question().prompt(),
        Optional.ofNullable(order.question().context()),
        order.drawing().seed(),
        most == null ? properties.maxTokens() : Math.min(most, properties.maxTokens()),
        book.history(domain),
        RunOrder.Diversity.MID);
  }

  /** A kind of task without a profile of its own is like any other. */
  private static String domain(@Nullable String asked, EsiConfiguration configuration) {
    return asked != null && configuration.domains().containsKey(asked)
        ? asked
        : configuration.defaultDomain();
  }

  /** The profile that a kind of task has, by its name in lower case. */
  public static String profile(Domain domain) {
    return EsiRecords.lower(domain);
  }

  private Parameters parameters(EsiOrder order, EsiConfiguration configuration, String domain) {
    Parameters inForce = book.parameters(configuration, domain);
    EsiOrder.Choice choice = order.choice();
    HeatSchedule schedule = inForce.schedule();
    List<Heat> heats = List.of(schedule.outline(), schedule.draft(), schedule.verify());
    return new Parameters(
        new HeatSchedule(heat(heats, choice, 0), heat(heats, choice, 1), heat(heats, choice, 2)),
        choice.starch() == null ? inForce.starch() : choice.starch(),
        inForce.slots(),
        choice.starch() != null);
  }

  private static Heat heat(List<Heat> heats, EsiOrder.Choice choice, int pass) {
    Heat heat = heats.get(pass);
    return new Heat(
        choice.temps().isEmpty() ? heat.temperature() : choice.temps().get(pass),
        choice.topP().isEmpty() ? heat.topP() : choice.topP().get(pass));
  }

  /** Without a pass there is nothing to record, and nobody to tell of a run that was cancelled. */
  private static void requireRecordable(RunReport report, PassDecoder decoder) {
    @Nullable Diagnostic diagnostic = report.end().diagnostic();
    if (diagnostic != null && diagnostic.cause() == Diagnostic.Cause.CANCELLED) {
      throw new CallerGone();
    }
    if (diagnostic != null && decoder.failure().isPresent()) {
      throw decoder.failure().get();
    }
    if (report.passes().isEmpty()) {
      throw new DownstreamUnavailable(Service.INFERENCE, Reason.TIMEOUT, null);
    }
  }

  private EsiResult result(
      EsiOrder order,
      EsiConfiguration configuration,
      RunReport report,
      PassDecoder decoder,
      RemotePanel panel) {
    Map<Integer, Generation> byNumber =
        decoder.generations().stream()
            .collect(Collectors.toMap(Generation::pass, Function.identity()));
    RunTrace trace = Traces.of(report, order.question().federation());
    @Nullable Diagnostic diagnostic = report.end().diagnostic();
    return new EsiResult(
        report.end().committed(),
        report.transcript().text(Field.ANSWER).strip(),
        Arrays.stream(Field.values())
            .filter(field -> report.transcript().map().has(field))
            .map(
                field ->
                    new EsiResult.FieldText(
                        EsiRecords.lower(field), report.transcript().text(field).strip()))
            .toList(),
        report.passes().stream()
            .map(PassRecord::number)
            .flatMap(number -> Optional.ofNullable(byNumber.get(number)).stream())
            .toList(),
        panel.last(),
        diagnostic == null ? List.of() : diagnostic.reasons(),
        panel.silence(),
        EsiRecords.of(report, configuration, trace),
        trace);
  }
}

package glassbox.gateway.esi;

import glassbox.contracts.run.Domain;
import glassbox.contracts.specialist.FederationView;
import glassbox.esi.config.EsiConfiguration;
import glassbox.esi.orchestration.EsiRun;
import glassbox.esi.orchestration.RunListener;
import glassbox.esi.orchestration.RunOrder;
import glassbox.esi.parameter.Parameters;
import glassbox.gateway.downstream.DownstreamRefused;
import glassbox.gateway.downstream.DownstreamUnavailable;
import glassbox.gateway.downstream.DownstreamUnavailable.Reason;
import glassbox.gateway.downstream.Service;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes runs through phases. */
@Component
public final class EsiRunner {
  private final Desks desks;
  private final TeamRuns teams;
  private final RunOrders orders;
  private final Configurations configurations;
  private final FederationCatalogue federations;
  private final ParameterBook book;
  private final EsiMeters meters;
  private final EsiProperties properties;

  EsiRunner(
      Desks desks,
      TeamRuns teams,
      RunOrders orders,
      Configurations configurations,
      FederationCatalogue federations,
      ParameterBook book,
      EsiMeters meters,
      EsiProperties properties) {
    this.desks = desks;
    this.teams = teams;
    this.orders = orders;
    this.configurations = configurations;
    this.federations = federations;
    this.book = book;
    this.meters = meters;
    this.properties = properties;
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

  /** How many agents a run would have; 1 for a run of one. */
  public int agents(EsiOrder.Asked asked, EsiOrder.Choice choice) {
    return orders.agents(asked, choice, configurations.current().configuration());
  }

  /** Most agents that a request may ask for. */
  public int maxAgents() {
    return properties.maxAgents();
  }

  /** Most tokens that one of several agents may write. */
  public int tokensPerAgent() {
    return Math.min(
        properties.maxTokens(), configurations.current().configuration().agents().tokensPerAgent());
  }

  /** The profile that a kind of task has, by its name in lower case. */
  public static String profile(Domain domain) {
    return EsiRecords.lower(domain);
  }

  /**
   * Makes a run to its end.
   *
   * @param federation must be known
   * @throws DownstreamUnavailable when the models cannot be asked
   * @throws DownstreamRefused when they refuse
   * @throws CallerGone when a listener says so
   */
  public EsiResult run(EsiOrder order, Audience audience) {
    EsiConfiguration configuration = configurations.current().configuration();
    FederationView federation =
        federations
            .find(order.question().federation())
            .orElseThrow(
                () -> new DownstreamUnavailable(Service.INFERENCE, Reason.UNREADABLE, null));
    RunOrder run = orders.order(order, configuration);
    Parameters parameters = orders.parameters(order, configuration, run.domain());
    int agents = orders.agents(order.question(), order.choice(), configuration);
    RunParts parts =
        agents > 1
            ? teams.run(order, agents, configuration, federation, run, parameters, audience)
            : alone(order, configuration, federation, run, parameters, audience.of(null));
    parts.requireRecordable();
    book.observe(configuration, parts.speaker().report());
    meters.count(parts.speaker().report());
    return EsiResults.of(order, run, configuration, parts);
  }

  private RunParts alone(
      EsiOrder order,
      EsiConfiguration configuration,
      FederationView federation,
      RunOrder run,
      Parameters parameters,
      RunListener listener) {
    Desk desk = desks.of(order, federation, configuration.tools());
    return RunParts.alone(
        new Part(
            null, new EsiRun(configuration, desk.ports()).run(run, parameters, listener), desk));
  }
}

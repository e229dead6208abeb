package glassbox.esi.config;

import glassbox.esi.heat.AutoStarch;
import glassbox.esi.run.RunMachine;
import glassbox.esi.volatility.TaskReader;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A configuration that can work.
 *
 * @param machine repairs and restarts allowed
 * @param bars of the gate
 * @param limits of what a run may write
 * @param repair how a repair goes
 * @param fallback the conservative profile
 * @param reader of volatility
 * @param starch how much structure, and of what kind
 * @param controllers what adapts the parameters
 * @param agents runs of several agents
 * @param tools what they know and may take
 * @param domains profiles by name
 * @param defaultDomain profile of a run that names none
 * @param hash hex SHA-256 of the canonical document
 */
public record EsiConfiguration(
    RunMachine machine,
    GateBars bars,
    PassLimits limits,
    RepairRules repair,
    Fallback fallback,
    TaskReader reader,
    Starch starch,
    Controllers controllers,
    Agents agents,
    ToolRules tools,
    Map<String, DomainProfile> domains,
    String defaultDomain,
    String hash) {

  public EsiConfiguration {
    domains = Map.copyOf(domains);
    if (!domains.containsKey(defaultDomain)) {
      throw new IllegalArgumentException(
          "default_domain " + defaultDomain + " is none of " + new TreeMap<>(domains).keySet());
    }
  }

  /**
   * The profile of a domain.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  public DomainProfile domain(String name) {
    DomainProfile profile = domains.get(name);
    if (profile == null) {
      throw new IllegalArgumentException(
          "no domain is called " + name + "; known: " + new TreeMap<>(domains).keySet());
    }
    return profile;
  }

  /**
   * The same document for agents: with a lower cap on the share of structure, since they share it,
   * and with profiles that know of the critic that compares their answers.
   */
  public EsiConfiguration forAgents(double share, UnaryOperator<DomainProfile> compared) {
    AutoStarch starchRule = controllers.starch();
    var capped =
        new Controllers(
            controllers.enabled(),
            controllers.playbook(),
            controllers.heat(),
            new AutoStarch(starchRule.step(), Math.min(share, starchRule.cap())),
            controllers.tool());
    var profiles = new HashMap<String, DomainProfile>();
    domains.forEach((name, profile) -> profiles.put(name, compared.apply(profile)));
    return new EsiConfiguration(
        machine,
        bars,
        limits,
        repair,
        fallback,
        reader,
        starch,
        capped,
        agents,
        tools,
        profiles,
        defaultDomain,
        hash);
  }
}

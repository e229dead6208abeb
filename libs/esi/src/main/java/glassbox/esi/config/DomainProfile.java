package glassbox.esi.config;

import glassbox.esi.heat.HeatSchedule;
import glassbox.esi.scaffold.DomainTemplate;
import java.util.ArrayList;
import java.util.List;

/**
 * How a domain's runs go.
 *
 * @param name such as {@code tools}
 * @param starch share of the context where volatility asks for less
 * @param schedule of its passes
 * @param critics names of the critics that judge
 * @param mandatory those among them without whose pass nothing commits
 * @param repair what a repair redoes
 * @param fragmentsPerClaim independent fragments that a claim needs
 * @param template what its fields hold
 */
public record DomainProfile(
    String name,
    double starch,
    HeatSchedule schedule,
    List<String> critics,
    List<String> mandatory,
    RepairUnit repair,
    int fragmentsPerClaim,
    DomainTemplate template) {

  public DomainProfile {
    critics = List.copyOf(critics);
    mandatory = List.copyOf(mandatory);
    if (!(starch >= 0 && starch < 1)) {
      throw new IllegalArgumentException("S_percent is a share in [0, 1), not " + starch);
    }
    if (critics.isEmpty() || critics.stream().distinct().count() != critics.size()) {
      throw new IllegalArgumentException("critics must be named, each once");
    }
    for (String critic : mandatory) {
      if (!critics.contains(critic)) {
        throw new IllegalArgumentException("mandatory critic " + critic + " is not among critics");
      }
    }
    if (fragmentsPerClaim < 1) {
      throw new IllegalArgumentException("fragments_per_claim must be at least 1");
    }
  }

  /** The same with another number of fragments that a claim needs. */
  public DomainProfile withFragmentsPerClaim(int count) {
    return new DomainProfile(name, starch, schedule, critics, mandatory, repair, count, template);
  }

  /** The same with one more critic, which is not mandatory; as it is where it votes already. */
  public DomainProfile withCritic(String critic) {
    if (critics.contains(critic)) {
      return this;
    }
    var more = new ArrayList<>(critics);
    more.add(critic);
    return new DomainProfile(
        name, starch, schedule, more, mandatory, repair, fragmentsPerClaim, template);
  }

  /** The same with a critic that votes and is mandatory. */
  public DomainProfile withMandatory(String critic) {
    if (mandatory.contains(critic)) {
      return this;
    }
    var more = new ArrayList<>(mandatory);
    more.add(critic);
    return withCritic(critic).requiring(more);
  }

  /** The same with a critic that is not mandatory, whether it votes or not. */
  public DomainProfile withOptional(String critic) {
    return requiring(mandatory.stream().filter(name -> !name.equals(critic)).toList());
  }

  private DomainProfile requiring(List<String> needed) {
    return new DomainProfile(
        name, starch, schedule, critics, needed, repair, fragmentsPerClaim, template);
  }
}

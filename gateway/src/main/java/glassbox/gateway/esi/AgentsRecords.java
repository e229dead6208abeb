package glassbox.gateway.esi;

import glassbox.contracts.esi.AgentsRecord;
import glassbox.esi.agents.Consensus;
import glassbox.esi.config.Agents;
import glassbox.esi.config.EsiConfiguration;
import glassbox.esi.orchestration.RunOrder;
import glassbox.esi.orchestration.RunReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What of several agents goes into a run's envelope: names, numbers and ids, no text. */
final class AgentsRecords {
  private AgentsRecords() {}

  /** Null for a run of one. */
  static @Nullable AgentsRecord of(
      EsiOrder order, RunOrder run, RunParts parts, EsiConfiguration configuration) {
    if (parts.consensus().isEmpty()) {
      return null;
    }
    Consensus consensus = parts.consensus().get();
    Agents rules = configuration.agents();
    @Nullable Double asked = order.choice().starch();
    return new AgentsRecord(
        name(parts.speaker()),
        consensus.chosen().isPresent(),
        consensus.agreeing(),
        consensus.dissenting(),
        consensus.supports().stream()
            .map(support -> support.agent() + "." + support.fragmentId())
            .toList(),
        consensus.cooled(),
        asked == null ? rules.totalStarch() : asked,
        Math.min(run.maxTokens(), rules.tokensPerAgent()),
        roles(order),
        parts.all().stream()
            .filter(part -> !part.equals(parts.speaker()))
            .map(AgentsRecords::member)
            .toList());
  }

  private static String name(Part part) {
    return Objects.requireNonNull(part.agent(), "of several agents each has a name");
  }

  private static List<AgentsRecord.AgentRole> roles(EsiOrder order) {
    EsiOrder.@Nullable Team team = order.choice().team();
    List<EsiOrder.Role> asked = team == null ? List.of() : team.roles();
    List<AgentsRecord.AgentRole> roles = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      EsiOrder.Role role = asked.get(i);
      roles.add(
          new AgentsRecord.AgentRole(TeamRuns.name(i), role.tools(), role.perspective() != null));
    }
    return roles;
  }

  private static AgentsRecord.AgentCourse member(Part part) {
    RunReport report = part.report();
    return new AgentsRecord.AgentCourse(
        name(part),
        EsiRecords.starch(report),
        EsiRecords.stages(report),
        EsiRecords.judgements(report),
        EsiRecords.changes(report),
        report.end().repairs(),
        report.end().restarts(),
        report.end().fallback(),
        EsiRecords.failure(report));
  }
}

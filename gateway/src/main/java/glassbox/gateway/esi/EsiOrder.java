package glassbox.gateway.esi;

import glassbox.contracts.generation.CertificateMode;
import glassbox.contracts.generation.CombinerSpec;
import glassbox.contracts.generation.Routing;
import glassbox.contracts.verdict.Material;
import glassbox.critics.text.Intrusions;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run to be made.
 *
 * @param runId issued by this gateway
 * @param tenant who asks
 * @param question what is asked, of whom
 * @param drawing how tokens are drawn
 * @param showing what every pass is to report and keep
 * @param choice what the caller chose for this run
 */
public record EsiOrder(
    UUID runId, String tenant, Asked question, Drawing drawing, Showing showing, Choice choice) {

  /** What is asked. */
  public record Asked(
      String federation, @Nullable String system, @Nullable String context, String prompt) {
    /** Whether text in it poses as something else than a question or material. */
    boolean intruded() {
      return Intrusions.in(prompt) || (context != null && Intrusions.in(context));
    }

    private Asked guarded() {
      return new Asked(
          federation,
          system,
          context == null ? null : Intrusions.without(context).strip(),
          Intrusions.without(prompt).strip());
    }

    private Asked seenFrom(@Nullable String perspective) {
      if (perspective == null) {
        return this;
      }
      String both = system == null ? perspective : system + "\n" + perspective;
      return new Asked(federation, both, context, prompt);
    }
  }

  /**
   * How tokens are drawn.
   *
   * @param seed of all draws
   * @param sample false for the most probable token everywhere
   * @param combiner null for the federation's own
   * @param routing what passes on at the bottlenecks
   */
  public record Drawing(
      long seed, boolean sample, @Nullable CombinerSpec combiner, Routing routing) {}

  /** What every pass reports and keeps. */
  public record Showing(
      int topLogprobs, boolean blockAudit, CertificateMode certificate, boolean keepContent) {}

  /**
   * What the caller chose.
   *
   * @param domain whose profile is used; null for the configuration's default
   * @param tools names of those that may be called; null for all
   * @param material documents, tests, maps
   * @param temps of outline, draft and verification; empty for the parameters in force
   * @param topP likewise
   * @param starch share of the window; null likewise
   * @param maxTokens of the answer's side; null for the setting's
   * @param team several agents; null where nothing is said of them
   */
  public record Choice(
      @Nullable String domain,
      @Nullable List<String> tools,
      Material material,
      List<Double> temps,
      List<Double> topP,
      @Nullable Double starch,
      @Nullable Integer maxTokens,
      @Nullable Team team) {
    public Choice {
      tools = tools == null ? null : List.copyOf(tools);
      temps = List.copyOf(temps);
      topP = List.copyOf(topP);
    }

    private Choice with(Role role) {
      return role.tools().isEmpty()
          ? this
          : new Choice(domain, role.tools(), material, temps, topP, starch, maxTokens, team);
    }
  }

  /**
   * Several agents on the question.
   *
   * @param wanted false for a run of one, whatever the configuration says
   * @param agents how many; null for the configuration's number
   * @param maxTokens most that each writes; null for the configuration's number
   * @param roles of the first agents, in order
   */
  public record Team(
      boolean wanted, @Nullable Integer agents, @Nullable Integer maxTokens, List<Role> roles) {
    public Team {
      roles = List.copyOf(roles);
    }
  }

  /**
   * What one agent is to be.
   *
   * @param tools names of those that it may call; empty for those of the run
   * @param perspective put behind the system prompt; null for none
   */
  public record Role(List<String> tools, @Nullable String perspective) {
    public Role {
      tools = List.copyOf(tools);
    }
  }

  /** The order with the question as it reads without what poses as something else. */
  EsiOrder guarded() {
    return new EsiOrder(runId, tenant, question.guarded(), drawing, showing, choice);
  }

  /** The order as an agent with a role has it. */
  EsiOrder as(Role role) {
    return new EsiOrder(
        runId, tenant, question.seenFrom(role.perspective()), drawing, showing, choice.with(role));
  }
}

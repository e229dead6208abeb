package glassbox.gateway.evaluate;

import glassbox.contracts.verdict.Material;
import glassbox.gateway.esi.EsiOrder;
import glassbox.gateway.esi.EsiRunner;
import glassbox.gateway.esi.Toolboxes;
import glassbox.gateway.limits.LimitsProperties;
import java.util.List;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Checks what a request says of phases. */
@Component
final class PhaseRules {
  private static final String NONE = "none";
  private static final int MOST = 32;
  private static final int LONGEST_CALL = 1_000;
  private static final double MOST_STARCH = 0.1;

  private final Supplier<Set<String>> domains;
  private final int maxTokens;
  private final LimitsProperties limits;
  private final AgentRules agents;

  @Autowired
  PhaseRules(EsiRunner runner, LimitsProperties limits, AgentRules agents) {
    this(runner::domains, runner.maxTokens(), limits, agents);
  }

  PhaseRules(
      Supplier<Set<String>> domains, int maxTokens, LimitsProperties limits, AgentRules agents) {
    this.domains = domains;
    this.maxTokens = maxTokens;
    this.limits = limits;
    this.agents = agents;
  }

  void check(EvaluateRequest request, Faults faults) {
    EsiConfig esi = request.esi();
    if (esi == null) {
      return;
    }
    faults.require(
        request.answer() == null || !Boolean.TRUE.equals(esi.enabled()),
        "esi.enabled",
        "must not be true where a given answer is scored");
    faults.require(
        esi.domain() == null || domains.get().contains(esi.domain()),
        "esi.domain",
        "must be one of " + domains.get().stream().sorted().toList());
    tools(esi.tools(), "esi.tools", faults);
    agents.check(request, esi, faults);
    material(esi, faults);
    if (esi.overrides() != null) {
      overrides(esi.overrides(), faults);
    }
  }

  static void tools(List<String> names, String field, Faults faults) {
    faults.require(
        names.stream().allMatch(tool -> tool.equals(NONE) || Toolboxes.NAMES.contains(tool)),
        field,
        "must be of " + Toolboxes.NAMES.stream().sorted().toList());
  }

  private void material(EsiConfig esi, Faults faults) {
    faults.require(
        esi.documents().size() <= MOST && esi.tests().size() <= MOST,
        "esi",
        "may have at most 32 documents and 32 tests");
    esi.documents()
        .forEach(
            document -> {
              faults.text(document.id(), "esi.documents.id", LONGEST_CALL);
              faults.text(document.title(), "esi.documents.title", LONGEST_CALL);
              faults.text(document.text(), "esi.documents.text", limits.maxContextCharacters());
            });
    esi.tests()
        .forEach(
            test -> {
              faults.text(test.call(), "esi.tests.call", LONGEST_CALL);
              faults.text(test.expected(), "esi.tests.expected", LONGEST_CALL);
            });
  }

  private void overrides(EsiConfig.Overrides overrides, Faults faults) {
    three(overrides.temps(), t -> t > 0 && t <= 2, "esi.overrides.temps", faults);
    three(overrides.topP(), p -> p > 0 && p <= 1, "esi.overrides.top_p", faults);
    Double starch = overrides.starch();
    faults.require(
        starch == null || (starch >= 0 && starch <= MOST_STARCH),
        "esi.overrides.starch",
        "must be from 0 to 0.1");
    Integer most = overrides.maxTokens();
    faults.require(
        most == null || (most >= 1 && most <= maxTokens),
        "esi.overrides.max_tokens",
        "must be from 1 to " + maxTokens);
  }

  private static void three(
      List<Double> values, DoublePredicate rule, String field, Faults faults) {
    faults.require(
        values.isEmpty() || (values.size() == 3 && values.stream().allMatch(rule::test)),
        field,
        "must be empty or three numbers in range");
  }

  /** What was checked, with the defaults filled in. */
  static Question.Phases phases(EvaluateRequest request) {
    EsiConfig esi = request.esi() == null ? EsiConfig.UNSAID : request.esi();
    EsiConfig.Overrides overrides =
        esi.overrides() == null
            ? new EsiConfig.Overrides(List.of(), List.of(), null, null)
            : esi.overrides();
    return new Question.Phases(
        enabled(request, esi),
        new EsiOrder.Choice(
            domain(request, esi),
            esi.tools().isEmpty() ? null : esi.tools(),
            new Material(esi.documents(), esi.tests(), esi.plan(), List.of()),
            overrides.temps(),
            overrides.topP(),
            overrides.starch(),
            overrides.maxTokens(),
            AgentRules.team(esi.agents())),
        Boolean.TRUE.equals(esi.provisional()),
        Boolean.TRUE.equals(request.stream()));
  }

  /**
   * Who asks for agents asks for phases; who says how one pass is decoded asks for one plain pass,
   * unless they say otherwise.
   */
  private static @Nullable Boolean enabled(EvaluateRequest request, EsiConfig esi) {
    if (request.answer() != null) {
      return Boolean.FALSE;
    }
    if (esi.agents() != null && esi.agents().wanted()) {
      return Boolean.TRUE;
    }
    GenerationConfig config = request.generationConfig();
    boolean decoding =
        config != null
            && (config.maxNewTokens() != null
                || config.temperature() != null
                || config.topP() != null
                || !config.stop().isEmpty());
    return esi.enabled() == null && decoding ? Boolean.FALSE : esi.enabled();
  }

  private static @Nullable String domain(EvaluateRequest request, EsiConfig esi) {
    if (esi.domain() != null) {
      return esi.domain();
    }
    return request.domain() == null ? null : EsiRunner.profile(request.domain());
  }
}

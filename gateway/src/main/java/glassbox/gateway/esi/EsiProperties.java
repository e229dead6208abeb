package glassbox.gateway.esi;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How runs go through phases.
 *
 * @param configuration the YAML document; the shipped one where none is named. Read again whenever
 *     it changes
 * @param reload how often that is looked for
 * @param mode whether runs whose request does not say go through phases
 * @param maxTokens most tokens of an answer's side over all passes
 * @param federationsFor how long it is believed what a federation's models can do
 * @param maxAgents most agents that a request may ask for, 2 to 16
 * @param parallelAgents how many agents of a run write at the same time
 * @param secondHearing whether a question that holds text which poses as something else is answered
 *     twice, once without it, and committed only if both say the same
 */
@ConfigurationProperties("glassbox.gateway.esi")
record EsiProperties(
    @Nullable Path configuration,
    @DefaultValue("2s") Duration reload,
    @DefaultValue("asked") Mode mode,
    @DefaultValue("768") int maxTokens,
    @DefaultValue("30s") Duration federationsFor,
    @DefaultValue("8") int maxAgents,
    @DefaultValue("4") int parallelAgents,
    @DefaultValue("true") boolean secondHearing) {

  EsiProperties {
    if (maxTokens < 1) {
      throw new IllegalArgumentException("glassbox.gateway.esi.max-tokens must be at least 1");
    }
    if (maxAgents < 2 || maxAgents > 16 || parallelAgents < 1) {
      throw new IllegalArgumentException(
          "glassbox.gateway.esi: max-agents is from 2 to 16, parallel-agents at least 1");
    }
    if (reload.isNegative() || reload.isZero() || federationsFor.isNegative()) {
      throw new IllegalArgumentException("glassbox.gateway.esi: durations must be positive");
    }
  }

  /** Which runs go through phases. */
  enum Mode {
    /** Those of federations whose models write scaffolds. */
    AUTO,
    /** Only those whose request says so. */
    ASKED
  }
}

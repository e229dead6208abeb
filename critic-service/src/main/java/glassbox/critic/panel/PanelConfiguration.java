package glassbox.critic.panel;

import glassbox.critics.contradiction.EntailmentModel;
import glassbox.critics.contradiction.RuleEntailment;
import glassbox.critics.panel.Critics;
import glassbox.critics.sandbox.Sandbox;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The critics of this service. */
@Configuration(proxyBeanMethods = false)
class PanelConfiguration {

  @Bean
  Sandbox sandbox(JavaSettings settings) {
    return new Sandbox(settings.limits());
  }

  @Bean
  EntailmentModel entailment(ContradictionProperties settings) {
    return settings.encoder() == null
        ? new RuleEntailment()
        : EncoderEntailment.load(settings.encoder());
  }

  @Bean
  Quarantine quarantine(QuarantineSettings settings, Clock clock, JsonMapper json) {
    return Quarantine.open(settings.file(), clock, json);
  }

  @Bean
  Critics critics(
      Sandbox sandbox,
      EntailmentModel entailment,
      SafetySettings safety,
      ContradictionProperties contradiction,
      TraceProperties trace) {
    return new Critics(
        sandbox, entailment, safety.read(), contradiction.confidence(), trace.fragmentsPerClaim());
  }
}

package glassbox.critic.panel;

import glassbox.critics.contradiction.EntailmentModel;
import glassbox.critics.contradiction.RuleEntailment;
import glassbox.critics.panel.Critics;
import glassbox.critics.sandbox.Sandbox;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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

package glassbox.inference.federation;

import glassbox.engine.federation.FederationException;
import glassbox.shell.problem.ProblemException;
import glassbox.shell.problem.ProblemMapping;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the engine's refusals are on the wire. */
@Configuration(proxyBeanMethods = false)
class EngineProblems {
  private static final Duration SOON = Duration.ofSeconds(2);

  @Bean
  ProblemMapping unknownFederation() {
    return ProblemMapping.of(
        UnknownFederationException.class,
        _ ->
            InferenceProblems.UNKNOWN_FEDERATION.because(
                "Use an alias that GET /v1/specialists lists."));
  }

  @Bean
  ProblemMapping engineRefusals() {
    return ProblemMapping.of(FederationException.class, EngineProblems::of);
  }

  private static ProblemException of(FederationException refusal) {
    return switch (refusal) {
      case FederationException.Busy _ ->
          InferenceProblems.BUSY
              .because("Try again after the time that Retry-After names.")
              .retryAfter(SOON);
      case FederationException.Draining _ ->
          InferenceProblems.SHUTTING_DOWN.because("Try again in a moment.").retryAfter(SOON);
      case FederationException.Abandoned _ ->
          InferenceProblems.ABANDONED.because("Send the request again.");
      case FederationException.PromptTooLong tooLong ->
          InferenceProblems.CONTEXT_OVERFLOW
              .because("Shorten the prompt, the system prompt or the answer.")
              .with("prompt_tokens", tooLong.tokens())
              .with("limit_tokens", tooLong.limit());
      case FederationException.Unfit unfit ->
          InferenceProblems.UNFIT
              .because("Check the request against the federation.")
              .with("reason", String.valueOf(unfit.getMessage()));
    };
  }
}

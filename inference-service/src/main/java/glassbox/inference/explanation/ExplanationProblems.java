package glassbox.inference.explanation;

import glassbox.explain.score.BudgetExceededException;
import glassbox.inference.federation.InferenceProblems;
import glassbox.shell.problem.ProblemMapping;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a refused explanation is on the wire. */
@Configuration(proxyBeanMethods = false)
class ExplanationProblems {

  @Bean
  ProblemMapping overBudget() {
    return ProblemMapping.of(
        BudgetExceededException.class,
        over ->
            InferenceProblems.EXPLANATION_OVER_BUDGET
                .because("Raise the budget or shorten context and prompt.")
                .with("estimated_forwards", over.estimate().forwards())
                .with("estimated_tokens", over.estimate().tokens())
                .with("budget", over.budget()));
  }
}

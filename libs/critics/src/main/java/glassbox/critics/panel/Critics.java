package glassbox.critics.panel;

import glassbox.critics.Critic;
import glassbox.critics.agent.CrossAgentCritic;
import glassbox.critics.citation.CiteResolveCritic;
import glassbox.critics.citation.QuoteAlignCritic;
import glassbox.critics.code.CodeRuns;
import glassbox.critics.code.CompileCritic;
import glassbox.critics.code.LintCritic;
import glassbox.critics.code.TestsCritic;
import glassbox.critics.contradiction.ContradictionCritic;
import glassbox.critics.contradiction.ContradictionSettings;
import glassbox.critics.contradiction.EntailmentModel;
import glassbox.critics.lemma.LemmaCritic;
import glassbox.critics.plan.KinematicsCritic;
import glassbox.critics.plan.ResourceCritic;
import glassbox.critics.safety.SafetyCritic;
import glassbox.critics.safety.SafetyRules;
import glassbox.critics.sandbox.Sandbox;
import glassbox.critics.tool.ArgsCritic;
import glassbox.critics.tool.CrossToolCritic;
import glassbox.critics.trace.TraceCritic;
import glassbox.critics.trace.TraceSettings;
import glassbox.critics.units.UnitsCritic;
import java.util.List;

/** Makes all critics, in the order in which they are reported. */
public final class Critics {
  private final Sandbox sandbox;
  private final EntailmentModel entailment;
  private final SafetyRules rules;
  private final double confidence;
  private final int fragmentsPerClaim;

  /**
   * A maker of critics.
   *
   * @param confidence least confidence of a contradiction that counts
   * @param fragmentsPerClaim what a claim needs where no panel says it
   */
  public Critics(
      Sandbox sandbox,
      EntailmentModel entailment,
      SafetyRules rules,
      double confidence,
      int fragmentsPerClaim) {
    this.sandbox = sandbox;
    this.entailment = entailment;
    this.rules = rules;
    this.confidence = confidence;
    this.fragmentsPerClaim = fragmentsPerClaim;
  }

  /** A fresh set: nothing in it was used before. */
  public List<Critic> fresh() {
    CodeRuns runs = new CodeRuns(sandbox);
    return List.of(
        new UnitsCritic(),
        new ContradictionCritic(entailment, new ContradictionSettings(confidence)),
        trace(fragmentsPerClaim),
        new ArgsCritic(),
        new CrossToolCritic(),
        new CompileCritic(runs),
        new TestsCritic(runs),
        new LintCritic(runs),
        new LemmaCritic(),
        new CiteResolveCritic(),
        new QuoteAlignCritic(),
        new CrossAgentCritic(),
        new SafetyCritic(rules),
        new KinematicsCritic(),
        new ResourceCritic());
  }

  /** The trace critic with another demand. */
  public Critic trace(int fragments) {
    return new TraceCritic(new TraceSettings(fragments));
  }
}

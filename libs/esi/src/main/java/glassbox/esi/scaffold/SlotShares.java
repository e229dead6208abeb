package glassbox.esi.scaffold;

/**
 * How a starch budget is split; the parts add up to 1.
 *
 * @param structure field markers
 * @param plan words that the plan may begin with
 * @param glue tags that bind units, entities and invariants
 * @param trace hooks for evidence
 */
public record SlotShares(double structure, double plan, double glue, double trace) {

  /** Part 4.2.2 of the source. */
  public static final SlotShares DEFAULT = new SlotShares(0.40, 0.25, 0.15, 0.20);

  public SlotShares {
    for (double share : new double[] {structure, plan, glue, trace}) {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("every share is in [0, 1], not " + share);
      }
    }
    if (Math.abs(structure + plan + glue + trace - 1) > 1e-9) {
      throw new IllegalArgumentException("the shares must add up to 1");
    }
  }

  /** The same with a part of the whole moved from plan to trace, as much as the plan has. */
  public SlotShares planToTrace(double part) {
    double moved = Math.clamp(part, -trace, plan);
    return new SlotShares(structure, plan - moved, glue, trace + moved);
  }

  /** The same with a part of the whole moved from plan to glue, as much as the plan has. */
  public SlotShares planToGlue(double part) {
    double moved = Math.clamp(part, -glue, plan);
    return new SlotShares(structure, plan - moved, glue + moved, trace);
  }

  /**
   * Shares after the whole grew, all of the growth going to the plan or to the trace.
   *
   * @param before the whole before, above 0
   * @param after the whole after, not below
   */
  public SlotShares grown(double before, double after, boolean toPlan) {
    double kept = before / after;
    double more = 1 - kept;
    return new SlotShares(
        structure * kept,
        plan * kept + (toPlan ? more : 0),
        glue * kept,
        trace * kept + (toPlan ? 0 : more));
  }

  /** Tokens of each slot of a budget; they add up to it, remainders going to the structure. */
  public SlotTokens tokens(int budget) {
    int forPlan = (int) Math.floor(plan * budget);
    int forGlue = (int) Math.floor(glue * budget);
    int forTrace = (int) Math.floor(trace * budget);
    return new SlotTokens(budget - forPlan - forGlue - forTrace, forPlan, forGlue, forTrace);
  }

  /** Tokens a slot. */
  public record SlotTokens(int structure, int plan, int glue, int trace) {}
}

package glassbox.engine.federation;

import glassbox.engine.text.Tokenizer;
import glassbox.ledger.block.Combination;
import glassbox.ledger.block.Execution;

/**
 * Runs recorded passes, each in a session of its own, or, where an answer takes several passes, in
 * one that an earlier pass left.
 */
final class Passes implements AutoCloseable {
  /** Sessions kept between the passes of runs. */
  private static final int KEPT = 8;

  private final FederationSpec spec;
  private final Tokenizer tokenizer;
  private final Lineup lineup;
  private final Pieces pieces;
  private final KeptSessions kept;

  Passes(FederationSpec spec, Tokenizer tokenizer, Lineup lineup) {
    this.spec = spec;
    this.tokenizer = tokenizer;
    this.lineup = lineup;
    this.pieces = new Pieces(tokenizer, spec.template());
    this.kept = new KeptSessions(lineup, pieces, KEPT);
  }

  /** How prompts are cut. */
  Pieces pieces() {
    return pieces;
  }

  /** Sessions kept now. */
  int keptSessions() {
    return kept.size();
  }

  /**
   * Runs a pass.
   *
   * @param window tokens that prompt and answer may have together
   */
  Outcome run(
      Plan plan,
      Combination combination,
      EncodedPrompt prompt,
      int window,
      TokenListener listener,
      Execution execution) {
    RecordedPass pass = new RecordedPass(spec, tokenizer, lineup, plan, combination);
    int limit = limit(plan, window - prompt.ids().length);
    if (!plan.resumption().resumable()) {
      try (LineupSession session = lineup.open(plan.options())) {
        return pass.run(session, whole(prompt, 0), prompt, limit, listener, execution);
      }
    }
    KeptSessions.Taken taken = kept.take(plan.options(), prompt.ids());
    boolean ended = false;
    try {
      Outcome outcome =
          pass.run(
              taken.session(), whole(prompt, taken.held()), prompt, limit, listener, execution);
      kept.keep(plan.options(), prompt.ids(), taken.session());
      ended = true;
      return outcome;
    } finally {
      if (!ended) {
        taken.session().close();
      }
    }
  }

  private Walk.Prompt whole(EncodedPrompt prompt, int held) {
    return new Walk.Prompt(prompt.ids(), pieces.ends(prompt.ids()), held);
  }

  /** Most tokens of the pass's answer: what is forced comes on top in a pass of several. */
  private static int limit(Plan plan, int window) {
    int forced = plan.resumption().resumable() ? plan.forcing().leadingRun(window) : 0;
    return (int) Math.min((long) plan.maxNewTokens() + forced, window);
  }

  @Override
  public void close() {
    kept.close();
  }
}

package glassbox.engine.federation;

import glassbox.engine.mixture.Combiner;
import glassbox.engine.mixture.Joint;
import glassbox.engine.mixture.Sampler;
import glassbox.engine.mixture.SpecialistLogProbs;
import glassbox.engine.text.TextStream;
import glassbox.engine.text.Tokenizer;
import glassbox.ledger.block.Combination;
import java.util.ArrayList;
import java.util.List;

/**
 * A pass that keeps no account: the same forwards, joint, draws and text as a {@link RecordedPass}.
 * Stop strings are not looked for.
 */
final class UnrecordedPass {
  private final FederationSpec spec;
  private final Plan plan;
  private final Combiner combiner;
  private final Sampler sampler;
  private final TextStream text;

  UnrecordedPass(FederationSpec spec, Tokenizer tokenizer, Plan plan, Combination combination) {
    this.spec = spec;
    this.plan = plan;
    this.combiner = new Combiner(combination);
    this.sampler = new Sampler(plan.sampler());
    this.text = tokenizer.stream();
  }

  List<Integer> run(LineupSession session, EncodedPrompt prompt, int window) {
    int limit = Math.min(plan.maxNewTokens(), window - prompt.ids().length);
    Walk.Prompt whole = new Walk.Prompt(prompt.ids(), List.of(prompt.ids().length), 0);
    Walk walk = new Walk(session, whole, new int[0]);
    List<Integer> ids = new ArrayList<>();
    int previous = -1;
    while (ids.size() < limit && !spec.endTokenIds().contains(previous)) {
      SpecialistLogProbs logProbs = walk.next(previous);
      Joint joint = combiner.join(logProbs);
      previous = sampler.draw(joint).tokenId();
      combiner.observe(logProbs.column(previous));
      text.append(previous);
      ids.add(previous);
    }
    return ids;
  }
}

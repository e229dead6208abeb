package glassbox.engine.federation;

import glassbox.engine.forward.LayerTrace;
import glassbox.engine.mixture.Combiner;
import glassbox.engine.mixture.Draw;
import glassbox.engine.mixture.Joint;
import glassbox.engine.mixture.Sampler;
import glassbox.engine.mixture.SpecialistLogProbs;
import glassbox.engine.text.Tokenizer;
import glassbox.ledger.block.BlockContent;
import glassbox.ledger.block.Combination;
import glassbox.ledger.block.Execution;
import glassbox.ledger.block.SpecialistRef;
import glassbox.ledger.block.SpecialistTrace;
import glassbox.ledger.block.Supplement;
import glassbox.ledger.block.TokenBlock;
import glassbox.ledger.block.TokenEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** One pass, generated or scored, that accounts for each of its tokens. Used once. */
final class RecordedPass {
  private final FederationSpec spec;
  private final Lineup lineup;
  private final Plan plan;
  private final Combination combination;
  private final Combiner combiner;
  private final Sampler sampler;
  private final AnswerText text;
  private final List<Integer> ids = new ArrayList<>();
  private final List<TokenEntry> entries = new ArrayList<>();
  private final List<List<SpecialistTrace>> traced = new ArrayList<>();
  private final List<TokenStep> steps = new ArrayList<>();

  RecordedPass(
      FederationSpec spec, Tokenizer tokenizer, Lineup lineup, Plan plan, Combination combination) {
    this.spec = spec;
    this.lineup = lineup;
    this.plan = plan;
    this.combination = combination;
    this.combiner = new Combiner(combination);
    this.sampler = new Sampler(plan.sampler());
    this.text = new AnswerText(tokenizer.stream(), plan.stop());
  }

  /**
   * Runs in a session.
   *
   * @param whole the prompt's ids, of which the session may hold a beginning already
   * @param limit most tokens of the pass's answer
   */
  Outcome run(
      LineupSession session,
      Walk.Prompt whole,
      EncodedPrompt prompt,
      int limit,
      TokenListener listener,
      Execution execution) {
    int[] run = new int[plan.forcing().leadingRun(limit)];
    Arrays.setAll(run, position -> plan.forcing().at(position).orElseThrow());
    int[] piece = Walk.piece(run, limit);
    Outcome.Finish finish =
        walk(
            new Walk(session, whole, run, limit),
            new TraceProbe(plan.options(), lineup, session, prompt.ids(), piece),
            limit,
            listener);
    tell(text.finish(), listener);
    return new Outcome(
        block(prompt, execution),
        text.text(),
        run.length == limit && !plan.resumption().resumable() ? Outcome.Finish.SCORED : finish,
        prompt.ids().length,
        prompt.contextTruncated(),
        steps,
        combiner.next());
  }

  private Outcome.Finish walk(Walk walk, TraceProbe traces, int limit, TokenListener listener) {
    int previous = -1;
    for (int position = 0; position < limit; position++) {
      SpecialistLogProbs logProbs = walk.next(previous);
      Joint joint = combiner.join(logProbs);
      OptionalInt given = plan.forcing().at(position);
      Draw draw = given.isPresent() ? sampler.forced(joint, given.getAsInt()) : sampler.draw(joint);
      previous = draw.tokenId();
      TokenEntry entry = record(logProbs, joint, draw, given.isPresent());
      boolean stop = given.isEmpty() && plan.resumption().stopIds().contains(previous);
      boolean end = given.isEmpty() && spec.endTokenIds().contains(previous);
      List<LayerTrace> inside = traces.next();
      if (!inside.isEmpty()) {
        traced.add(inside.stream().map(LayerTrace::recorded).toList());
      }
      TokenStep step = step(position, entry, draw, joint, inside);
      combiner.observe(entry.logProbs());
      tell(text.append(step, end || stop), listener);
      if (stop) {
        return Outcome.Finish.MARKER;
      }
      if (end || text.stopped()) {
        return Outcome.Finish.STOP;
      }
    }
    return Outcome.Finish.LENGTH;
  }

  private TokenEntry record(SpecialistLogProbs logProbs, Joint joint, Draw draw, boolean forced) {
    TokenEntry entry =
        new TokenEntry(
            logProbs.column(draw.tokenId()),
            joint.logProb(draw.tokenId()),
            draw.sampledLogProb(),
            joint.entropy(),
            forced,
            joint.ensembled(),
            joint.logNormalizer());
    ids.add(draw.tokenId());
    entries.add(entry);
    return entry;
  }

  private TokenStep step(
      int position, TokenEntry entry, Draw draw, Joint joint, List<LayerTrace> traces) {
    float[] column = entry.logProbs();
    return new TokenStep(
        position,
        "",
        draw.tokenId(),
        entry,
        combiner.logWeights(joint.ensembled()),
        combiner.shares(column, joint.ensembled()),
        entry.joint() - combiner.recomputed(column, joint.ensembled(), joint.logNormalizer()),
        draw.normalizedEntropy(),
        joint.disagreement(),
        joint.top(plan.topLogprobs()),
        traces);
  }

  private void tell(List<TokenStep> settled, TokenListener listener) {
    for (TokenStep step : settled) {
      steps.add(step);
      if (!listener.onToken(step)) {
        throw new FederationException.Abandoned();
      }
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new FederationException.Abandoned();
    }
  }

  private TokenBlock block(EncodedPrompt prompt, Execution execution) {
    return new TokenBlock(
        plan.runId(),
        plan.pass(),
        spec.members().stream().map(m -> new SpecialistRef(m.id(), m.digest())).toList(),
        combination,
        plan.sampler(),
        execution,
        BlockContent.unsalted(Arrays.stream(prompt.ids()).boxed().toList(), ids),
        entries,
        Supplement.NONE.withTraces(traced));
  }
}

package glassbox.engine.federation;

import glassbox.engine.forward.LayerTrace;
import glassbox.engine.mixture.Combiner;
import glassbox.engine.mixture.Draw;
import glassbox.engine.mixture.Joint;
import glassbox.engine.mixture.Sampler;
import glassbox.engine.mixture.SpecialistLogProbs;
import glassbox.engine.mixture.StateSketch;
import glassbox.engine.text.Tokenizer;
import glassbox.ledger.block.BlockContent;
import glassbox.ledger.block.Combination;
import glassbox.ledger.block.Execution;
import glassbox.ledger.block.SpecialistRef;
import glassbox.ledger.block.SpecialistTrace;
import glassbox.ledger.block.Supplement;
import glassbox.ledger.block.TokenBlock;
import glassbox.ledger.block.TokenEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Accounts for each token of a pass while it is written. What stands next is asked for once a
 * position: {@link #draw} proposes, {@link #write} settles.
 */
final class RecordedPass {
  private final FederationSpec spec;
  private final Plan plan;
  private final Combination combination;
  private final Combiner combiner;
  private final Sampler sampler;
  private final AnswerText text;
  private final Walk walk;
  private final TraceProbe traces;
  private final TokenListener listener;
  private final List<Integer> ids = new ArrayList<>();
  private final List<TokenEntry> entries = new ArrayList<>();
  private final List<List<SpecialistTrace>> traced = new ArrayList<>();
  private final List<TokenStep> steps = new ArrayList<>();
  private final List<float[]> sketches = new ArrayList<>();

  /** Nanoseconds of each forward; the first is the prompt's, that of token i the one after it. */
  private final List<Long> forwards = new ArrayList<>();

  private @Nullable SpecialistLogProbs said;
  private @Nullable Joint joint;

  RecordedPass(
      FederationSpec spec,
      Tokenizer tokenizer,
      Plan plan,
      Combination combination,
      Walk walk,
      TraceProbe traces,
      TokenListener listener) {
    this.spec = spec;
    this.plan = plan;
    this.combination = combination;
    this.combiner = new Combiner(combination);
    this.sampler = new Sampler(plan.sampler());
    this.text = new AnswerText(tokenizer.stream(), plan.stop());
    this.walk = walk;
    this.traces = traces;
    this.listener = listener;
  }

  /** Tokens written. */
  int length() {
    return ids.size();
  }

  /**
   * Time of the forwards over some of the tokens written. Tokens that went through in one piece
   * have theirs at the first of them; a token that nothing came after has none.
   */
  Duration took(int from, int to) {
    int last = Math.min(to + 1, forwards.size());
    long nanos = 0;
    for (int i = from + 1; i < last; i++) {
      nanos += forwards.get(i);
    }
    return Duration.ofNanos(nanos);
  }

  /** Whether the text ended in a stop string. */
  boolean stopped() {
    return text.stopped();
  }

  /** Whether a token ends an answer. */
  boolean ends(int tokenId) {
    return spec.endTokenIds().contains(tokenId);
  }

  /** Draws the next token, without writing it. */
  Draw draw() {
    return sampler.draw(joint());
  }

  /** Writes a token that was drawn; an end token adds no text. */
  void write(Draw drawn) {
    write(drawn, false);
  }

  /** Writes a token that is given. */
  void force(int tokenId) {
    write(sampler.forced(joint(), tokenId), true);
  }

  private Joint joint() {
    if (joint == null) {
      long began = System.nanoTime();
      said = walk.next(ids.isEmpty() ? -1 : ids.getLast());
      forwards.add(System.nanoTime() - began);
      joint = combiner.join(said);
    }
    return joint;
  }

  private void write(Draw draw, boolean forced) {
    Joint at = joint();
    SpecialistLogProbs logProbs = Objects.requireNonNull(said);
    int position = ids.size();
    TokenEntry entry = record(logProbs, at, draw, forced);
    List<LayerTrace> inside = traces.next();
    if (!inside.isEmpty()) {
      traced.add(inside.stream().map(LayerTrace::recorded).toList());
    }
    TokenStep step = step(position, entry, draw, at, inside);
    combiner.observe(entry.logProbs());
    joint = null;
    tell(text.append(step, !forced && ends(draw.tokenId())));
  }

  private TokenEntry record(SpecialistLogProbs logProbs, Joint at, Draw draw, boolean forced) {
    TokenEntry entry =
        new TokenEntry(
            logProbs.column(draw.tokenId()),
            at.logProb(draw.tokenId()),
            draw.sampledLogProb(),
            at.entropy(),
            forced,
            at.ensembled(),
            at.logNormalizer());
    ids.add(draw.tokenId());
    entries.add(entry);
    sketches.add(StateSketch.of(logProbs));
    return entry;
  }

  private TokenStep step(
      int position, TokenEntry entry, Draw draw, Joint at, List<LayerTrace> inside) {
    float[] column = entry.logProbs();
    return new TokenStep(
        position,
        "",
        draw.tokenId(),
        entry,
        combiner.logWeights(at.ensembled()),
        combiner.shares(column, at.ensembled()),
        entry.joint() - combiner.recomputed(column, at.ensembled(), at.logNormalizer()),
        draw.normalizedEntropy(),
        at.disagreement(),
        at.top(plan.topLogprobs()),
        inside);
  }

  private void tell(List<TokenStep> settled) {
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

  /** What the pass was, at its end. */
  Outcome end(EncodedPrompt prompt, Outcome.Finish finish, List<Part> parts, Execution execution) {
    tell(text.finish());
    return new Outcome(
        block(prompt, execution),
        text.text(),
        finish,
        prompt.ids().length,
        prompt.contextTruncated(),
        steps,
        sketches,
        parts,
        combiner.next());
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

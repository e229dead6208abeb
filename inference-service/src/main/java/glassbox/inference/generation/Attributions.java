package glassbox.inference.generation;

import glassbox.contracts.generation.Concept;
import glassbox.contracts.generation.LayerAudit;
import glassbox.contracts.generation.SpecialistLogProb;
import glassbox.contracts.generation.SpecialistTrace;
import glassbox.contracts.generation.TokenAttribution;
import glassbox.contracts.generation.TopLogprob;
import glassbox.engine.federation.Federation;
import glassbox.engine.federation.Member;
import glassbox.engine.federation.TokenStep;
import glassbox.engine.forward.LayerTrace;
import glassbox.inference.certificate.Certified;
import glassbox.ledger.block.TokenEntry;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The engine's steps as token records on the wire. */
final class Attributions {
  /** JSON has no infinity: this stands for the log-weight of a specialist that took no part. */
  static final double NO_PART = -Double.MAX_VALUE;

  private Attributions() {}

  /** A token before its pass has ended: nothing is certified yet. */
  static TokenAttribution of(TokenStep step, Federation federation) {
    return of(step, federation, null, List.of());
  }

  /** A token of a certified pass. */
  static TokenAttribution of(TokenStep step, Federation federation, Certified certified) {
    return of(
        step, federation, certified.delta(step.position()), certified.conceptsAt(step.position()));
  }

  private static TokenAttribution of(
      TokenStep step, Federation federation, @Nullable Double delta, List<Concept> concepts) {
    TokenEntry entry = step.entry();
    return new TokenAttribution(
        step.position(),
        step.text(),
        step.tokenId(),
        entry.joint(),
        entry.sampled(),
        specialists(step, federation.spec().members()),
        step.residual(),
        entry.entropy(),
        step.normalizedEntropy(),
        step.disagreement(),
        delta,
        concepts,
        entry.forced(),
        step.top().stream()
            .map(
                candidate ->
                    new TopLogprob(
                        candidate.tokenId(),
                        federation.tokenizer().decode(new int[] {candidate.tokenId()}),
                        Math.max(NO_PART, candidate.logProb())))
            .toList(),
        traces(step, federation.spec().members()));
  }

  private static List<SpecialistLogProb> specialists(TokenStep step, List<Member> members) {
    return IntStream.range(0, members.size())
        .mapToObj(
            i ->
                new SpecialistLogProb(
                    members.get(i).id(),
                    step.entry().logProb(i),
                    Math.exp(step.logWeights()[i]),
                    Math.max(NO_PART, step.logWeights()[i]),
                    step.shares()[i]))
        .toList();
  }

  private static List<SpecialistTrace> traces(TokenStep step, List<Member> members) {
    return IntStream.range(0, step.traces().size())
        .mapToObj(i -> new SpecialistTrace(members.get(i).id(), layers(step.traces().get(i))))
        .toList();
  }

  private static List<LayerAudit> layers(LayerTrace trace) {
    return IntStream.range(0, trace.norms().length)
        .mapToObj(layer -> new LayerAudit(layer, trace.norms()[layer], routing(trace, layer)))
        .toList();
  }

  /** Layer 0 is the embedding, which routes nothing. */
  private static List<Double> routing(LayerTrace trace, int layer) {
    if (layer == 0 || layer > trace.routerProbabilities().size()) {
      return List.of();
    }
    return Arrays.stream(trace.routerProbabilities().get(layer - 1)).boxed().toList();
  }
}

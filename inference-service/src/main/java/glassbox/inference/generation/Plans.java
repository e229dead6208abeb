package glassbox.inference.generation;

import glassbox.contracts.generation.Decoding;
import glassbox.contracts.generation.GenerationRequest;
import glassbox.engine.federation.Federation;
import glassbox.engine.federation.Forcing;
import glassbox.engine.federation.Plan;
import glassbox.engine.federation.PromptText;
import glassbox.engine.federation.Resumption;
import glassbox.inference.federation.Combinations;
import glassbox.ledger.block.Combination;
import glassbox.ledger.block.Routing;
import glassbox.ledger.block.SamplerSettings;
import java.util.Optional;

/** Checked requests as the engine's plans. */
final class Plans {
  private Plans() {}

  /** Requires that {@link RequestCheck} found nothing. */
  static Plan of(GenerationRequest request, Federation federation) {
    Optional<Combination> combination =
        Optional.ofNullable(request.combiner())
            .map(rule -> Combinations.of(rule, federation.spec()));
    Optional<Continuations> continued =
        Optional.ofNullable(request.continuation())
            .map(continuation -> new Continuations(continuation, federation.tokenizer()));
    return new Plan(
        request.runId(),
        request.pass(),
        new PromptText(request.system(), request.context(), request.prompt()),
        combination,
        sampler(request.decoding()),
        request.decoding().maxNewTokens(),
        request.decoding().stop(),
        Forcing.NONE,
        request.topLogprobs(),
        request.blockAudit(),
        routing(request),
        continued.map(Continuations::resumption).orElse(Resumption.NONE));
  }

  private static Routing routing(GenerationRequest request) {
    return request.routing() == glassbox.contracts.generation.Routing.LEGIBLE
        ? Routing.LEGIBLE
        : Routing.FULL;
  }

  private static SamplerSettings sampler(Decoding decoding) {
    return decoding.doSample()
        ? new SamplerSettings(decoding.temperature(), decoding.topP(), true, decoding.seed())
        : new SamplerSettings(1, 1, false, decoding.seed());
  }
}

package glassbox.engine.federation;

import glassbox.engine.forward.SessionOptions;
import glassbox.ledger.block.Combination;
import glassbox.ledger.block.Routing;
import glassbox.ledger.block.SamplerSettings;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One pass of a run.
 *
 * @param runId the run
 * @param pass its number within the run, from 0
 * @param prompt what is asked
 * @param combination how specialists are joined; empty for the federation's own
 * @param sampler how tokens are drawn
 * @param maxNewTokens most tokens of the answer, at least 1
 * @param stop strings that end the answer and are cut from its text; none of them empty
 * @param forcing tokens of the answer that are given, not drawn
 * @param topLogprobs how many of the joint's most probable tokens to report per token
 * @param trace whether norms and router probabilities are reported per token
 * @param routing whether the specialists themselves answer or their legible twins
 * @param resumption where the answer that earlier passes began is taken up
 */
public record Plan(
    UUID runId,
    int pass,
    PromptText prompt,
    Optional<Combination> combination,
    SamplerSettings sampler,
    int maxNewTokens,
    List<String> stop,
    Forcing forcing,
    int topLogprobs,
    boolean trace,
    Routing routing,
    Resumption resumption) {

  public Plan {
    stop = List.copyOf(stop);
    if (maxNewTokens < 1) {
      throw new IllegalArgumentException("maxNewTokens must be at least 1: " + maxNewTokens);
    }
    if (stop.contains("")) {
      throw new IllegalArgumentException("a stop string is empty");
    }
  }

  /** A pass in which the specialists themselves answer. */
  public Plan(
      UUID runId,
      int pass,
      PromptText prompt,
      Optional<Combination> combination,
      SamplerSettings sampler,
      int maxNewTokens,
      List<String> stop,
      Forcing forcing,
      int topLogprobs,
      boolean trace) {
    this(
        runId,
        pass,
        prompt,
        combination,
        sampler,
        maxNewTokens,
        stop,
        forcing,
        topLogprobs,
        trace,
        Routing.FULL,
        Resumption.NONE);
  }

  /** A greedy answer with nothing else asked for. */
  public static Plan greedy(UUID runId, PromptText prompt, int maxNewTokens) {
    SamplerSettings settings = new SamplerSettings(1, 1, false, 0);
    return new Plan(
        runId,
        0,
        prompt,
        Optional.empty(),
        settings,
        maxNewTokens,
        List.of(),
        Forcing.NONE,
        0,
        false);
  }

  /** The same pass joined by another combination. */
  public Plan combining(Combination other) {
    return new Plan(
        runId,
        pass,
        prompt,
        Optional.of(other),
        sampler,
        maxNewTokens,
        stop,
        forcing,
        topLogprobs,
        trace,
        routing,
        resumption);
  }

  /** The same pass drawn by another sampler. */
  public Plan sampling(SamplerSettings settings) {
    return new Plan(
        runId,
        pass,
        prompt,
        combination,
        settings,
        maxNewTokens,
        stop,
        forcing,
        topLogprobs,
        trace,
        routing,
        resumption);
  }

  /** The same pass ending at these strings. */
  public Plan stoppingAt(List<String> strings) {
    return new Plan(
        runId,
        pass,
        prompt,
        combination,
        sampler,
        maxNewTokens,
        strings,
        forcing,
        topLogprobs,
        trace,
        routing,
        resumption);
  }

  /** The same pass with these tokens given. */
  public Plan forcing(Forcing given) {
    return new Plan(
        runId,
        pass,
        prompt,
        combination,
        sampler,
        maxNewTokens,
        stop,
        given,
        topLogprobs,
        trace,
        routing,
        resumption);
  }

  /** The same pass answered by the specialists themselves or by their legible twins. */
  public Plan routed(Routing other) {
    return new Plan(
        runId,
        pass,
        prompt,
        combination,
        sampler,
        maxNewTokens,
        stop,
        forcing,
        topLogprobs,
        trace,
        other,
        resumption);
  }

  /** The same pass as a part of an answer. */
  public Plan resuming(Resumption other) {
    return new Plan(
        runId,
        pass,
        prompt,
        combination,
        sampler,
        maxNewTokens,
        stop,
        forcing,
        topLogprobs,
        trace,
        routing,
        other);
  }

  /** How the specialists' sessions run. */
  SessionOptions options() {
    return SessionOptions.PLAIN.routed(routing).tracing(trace);
  }

  /** The pass that accounts for a given answer: every token forced, nothing drawn. */
  Plan scoring(int[] answer) {
    return new Plan(
        runId,
        pass,
        prompt,
        combination,
        new SamplerSettings(1, 1, false, sampler.seed()),
        answer.length,
        List.of(),
        Forcing.prefix(answer),
        topLogprobs,
        trace,
        routing,
        Resumption.NONE);
  }
}

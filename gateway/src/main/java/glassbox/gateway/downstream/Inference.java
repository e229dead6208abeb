package glassbox.gateway.downstream;

import glassbox.contracts.explanation.EstimateRequest;
import glassbox.contracts.explanation.Explanation;
import glassbox.contracts.explanation.ExplanationEstimate;
import glassbox.contracts.explanation.ExplanationRequest;
import glassbox.contracts.generation.Generation;
import glassbox.contracts.generation.GenerationRequest;
import glassbox.contracts.generation.Replay;
import glassbox.contracts.generation.ReplayRequest;
import glassbox.contracts.generation.TokenAttribution;
import glassbox.contracts.generation.TokenCount;
import glassbox.contracts.generation.TokenCountRequest;
import glassbox.contracts.specialist.ConceptDictionary;
import glassbox.contracts.specialist.SpecialistList;
import glassbox.gateway.downstream.DownstreamUnavailable.Reason;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The inference service. Every call throws {@link DownstreamUnavailable} or {@link
 * DownstreamRefused} where it gives no answer.
 */
public final class Inference {
  private final Line line;
  private final PassEvents events;

  Inference(Line line, PassEvents events) {
    this.line = line;
    this.events = events;
  }

  /** Generates an answer, or scores the given one. */
  public Generation run(GenerationRequest request) {
    String path = request.answer() == null ? "/v1/generations" : "/v1/scores";
    Generation generation = line.post(path, request, Generation.class);
    requireOf(request, generation);
    return generation;
  }

  private static void requireOf(GenerationRequest request, Generation generation) {
    if (!generation.runId().equals(request.runId()) || generation.pass() != request.pass()) {
      throw new DownstreamUnavailable(Service.INFERENCE, Reason.UNREADABLE, null);
    }
  }

  /**
   * Generates an answer, or a part of one, and follows it.
   *
   * @param wanted gets every token as it is written, on another thread; false gives the pass up
   * @return empty where it was given up: then nothing is recorded
   */
  public Optional<Generation> follow(
      GenerationRequest request, Predicate<TokenAttribution> wanted) {
    Optional<Generation> generation =
        line.postEvents("/v1/generations", request, in -> events.read(in, wanted));
    generation.ifPresent(found -> requireOf(request, found));
    return generation;
  }

  /** Counts tokens. */
  public TokenCount count(TokenCountRequest request) {
    return line.postIdempotent("/v1/token-counts", request, TokenCount.class);
  }

  /** What an explanation would cost; refused where its budget suffices for no answer. */
  public ExplanationEstimate estimate(EstimateRequest request) {
    return line.postIdempotent("/v1/explanations/estimate", request, ExplanationEstimate.class);
  }

  /** Explains an answer. */
  public Explanation explain(ExplanationRequest request) {
    return line.post("/v1/explanations", request, Explanation.class);
  }

  /** Runs a recorded block again. */
  public Replay replay(ReplayRequest request) {
    return line.post("/v1/replays", request, Replay.class);
  }

  /** Lists what it runs. */
  public SpecialistList specialists() {
    return line.get(uri -> uri.path("/v1/specialists").build(), SpecialistList.class);
  }

  /** Reads what a specialist's named atoms stand for. */
  public ConceptDictionary concepts(String specialist) {
    return line.get(
        uri -> uri.path("/v1/specialists/{id}/concepts").build(specialist),
        ConceptDictionary.class);
  }

  /** Clears the suspicion of a specialist. */
  public void clearSuspicion(String specialist) {
    line.delete(uri -> uri.path("/v1/specialists/{id}/suspicion").build(specialist));
  }

  /** Reads the status of a health group, for example {@code quality}: UP, DOWN and so on. */
  public String health(String group) {
    return line.status(uri -> uri.path("/actuator/health/{group}").build(group));
  }
}

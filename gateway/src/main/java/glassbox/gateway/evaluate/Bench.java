package glassbox.gateway.evaluate;

import glassbox.contracts.generation.Generation;
import glassbox.contracts.generation.TokenAttribution;
import glassbox.contracts.verdict.CriticReport;
import glassbox.contracts.verdict.CriticRequest;
import glassbox.contracts.verdict.TokenSignal;
import glassbox.gateway.downstream.Critics;
import glassbox.gateway.downstream.DownstreamRefused;
import glassbox.gateway.downstream.DownstreamUnavailable;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the critics. That they cannot be asked is a ruling of its own, never a pass. */
@Component
final class Bench {
  private static final Logger LOG = LoggerFactory.getLogger(Bench.class);

  private final Critics critics;

  Bench(Critics critics) {
    this.critics = critics;
  }

  /** What came of asking. */
  sealed interface Ruling {
    /** The critics' report. */
    record Reported(CriticReport report) implements Ruling {}

    /** Why there is none. */
    record Silent(String reason) implements Ruling {}
  }

  Ruling judge(Question question, Generation generation) {
    try {
      return new Ruling.Reported(critics.judge(request(question, generation)));
    } catch (DownstreamUnavailable e) {
      LOG.warn("the critics cannot be asked: {}", e.reason().label());
      return new Ruling.Silent(e.reason().label());
    } catch (DownstreamRefused e) {
      LOG.error("the critics refused to judge run {}: {}", generation.runId(), e.getMessage());
      return new Ruling.Silent("refused");
    }
  }

  private static CriticRequest request(Question question, Generation generation) {
    boolean given = generation.tokens().stream().allMatch(TokenAttribution::forced);
    List<TokenSignal> signals =
        IntStream.range(0, generation.tokens().size())
            .boxed()
            .flatMap(i -> signal(generation.tokens().get(i), generation.sketches().get(i), given))
            .toList();
    return CriticRequest.plain(
        generation.runId(),
        question.text().prompt(),
        question.text().context(),
        generation.text(),
        signals,
        generation.specialists());
  }

  /**
   * Chi is a mean over measured tokens: one that was not measured has no signal. What the server
   * wrote into an answer says nothing of the models' doubt; a given answer is wholly forced and
   * does.
   */
  private static Stream<TokenSignal> signal(
      TokenAttribution token, List<Double> sketch, boolean given) {
    Double normalized = token.normalizedEntropy();
    Integer id = token.tokenId();
    return normalized == null || id == null
        ? Stream.empty()
        : Stream.of(
            new TokenSignal(
                id,
                token.token(),
                normalized,
                token.entropy(),
                null,
                sketch,
                token.forced() && !given ? null : token.jointLogProb(),
                token.disagreement(),
                token.delta()));
  }
}

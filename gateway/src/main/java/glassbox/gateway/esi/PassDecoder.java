package glassbox.gateway.esi;

import glassbox.contracts.generation.CombinerSpec;
import glassbox.contracts.generation.Continuation;
import glassbox.contracts.generation.Decoding;
import glassbox.contracts.generation.ForcedPiece;
import glassbox.contracts.generation.Generation;
import glassbox.contracts.generation.GenerationRequest;
import glassbox.contracts.generation.PassSegment;
import glassbox.contracts.generation.SegmentEnd;
import glassbox.contracts.generation.TokenAttribution;
import glassbox.contracts.generation.TokenCount;
import glassbox.contracts.generation.TokenCountRequest;
import glassbox.contracts.specialist.FederationView;
import glassbox.esi.decoding.Decoded;
import glassbox.esi.decoding.Decoder;
import glassbox.esi.decoding.DecoderException;
import glassbox.esi.decoding.Finish;
import glassbox.esi.decoding.Forced;
import glassbox.esi.decoding.Pass;
import glassbox.esi.decoding.Segment;
import glassbox.esi.decoding.StoppedException;
import glassbox.esi.decoding.Token;
import glassbox.esi.decoding.Watch;
import glassbox.esi.decoding.Written;
import glassbox.gateway.downstream.DownstreamRefused;
import glassbox.gateway.downstream.DownstreamUnavailable;
import glassbox.gateway.downstream.Inference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a run's passes at the inference service. Keeps what came of each, and the failure that
 * ended the run, if one did.
 */
final class PassDecoder implements Decoder {
  private final Inference inference;
  private final EsiOrder order;
  private final FederationView federation;
  private final List<Generation> generations = new ArrayList<>();
  private final ExecutorService background;
  private @Nullable CombinerSpec learned;
  private OptionalInt promptTokens = OptionalInt.empty();
  private @Nullable RuntimeException failure;

  /**
   * A decoder that is asked by one thread.
   *
   * @param background counts tokens meanwhile
   */
  PassDecoder(
      Inference inference, EsiOrder order, FederationView federation, ExecutorService background) {
    this.inference = inference;
    this.order = order;
    this.federation = federation;
    this.background = background;
  }

  /** What came of the passes so far. */
  List<Generation> generations() {
    return List.copyOf(generations);
  }

  /** What the service failed with, if it did. */
  Optional<RuntimeException> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public Decoded decode(Pass pass, Watch watch) {
    long began = System.nanoTime();
    Generation generation =
        asked(
                () ->
                    inference.follow(
                        request(pass),
                        token -> {
                          watch.token(token(token, List.of()));
                          return !watch.stopped();
                        }))
            .orElseThrow(StoppedException::new);
    generations.add(generation);
    if (promptTokens.isEmpty()) {
      promptTokens = OptionalInt.of(generation.usage().promptTokens() - pass.prefix().size());
    }
    learned = generation.nextCombiner();
    return new Decoded(
        written(generation),
        Duration.ofNanos(System.nanoTime() - began),
        Optional.of(generation.block().hash()));
  }

  private <T> T asked(Supplier<T> call) {
    try {
      return call.get();
    } catch (DownstreamUnavailable e) {
      failure = e;
      throw new DecoderException(e.reason().label(), e);
    } catch (DownstreamRefused e) {
      failure = e;
      throw new DecoderException("refused", e);
    }
  }

  private GenerationRequest request(Pass pass) {
    EsiOrder.Asked asked = order.question();
    String prompt =
        pass.instruction()
            .map(instruction -> asked.prompt() + "\n" + instruction)
            .orElse(asked.prompt());
    int drawn = pass.segments().stream().mapToInt(Segment::maxTokens).sum();
    return new GenerationRequest(
        order.runId(),
        pass.number(),
        order.tenant(),
        asked.federation(),
        asked.system(),
        asked.context(),
        prompt,
        null,
        new Decoding(
            Math.max(1, drawn),
            pass.heat().temperature(),
            pass.heat().topP(),
            order.drawing().sample(),
            pass.seed(),
            List.of()),
        combiner(pass),
        order.showing().topLogprobs(),
        order.showing().blockAudit(),
        order.showing().certificate(),
        order.drawing().routing(),
        order.showing().keepContent(),
        new Continuation(
            pass.prefix(), pass.segments().stream().map(PassDecoder::segment).toList(), room()));
  }

  /** What was learned from an answer's beginning is of use to its end alone. */
  private @Nullable CombinerSpec combiner(Pass pass) {
    CombinerSpec first = order.drawing().combiner();
    return pass.prefix().isEmpty() || learned == null ? first : learned;
  }

  private int room() {
    return Math.max(1, federation.contextLength() / 2);
  }

  private static PassSegment segment(Segment segment) {
    return new PassSegment(
        segment.forced().stream().map(PassDecoder::piece).toList(),
        segment.stops().stream().sorted().toList(),
        segment.maxTokens());
  }

  private static ForcedPiece piece(Forced forced) {
    return switch (forced) {
      case Forced.Mark(String token) -> ForcedPiece.marker(token);
      case Forced.Text(String text) -> ForcedPiece.text(text);
    };
  }

  private List<Written> written(Generation generation) {
    List<SegmentEnd> ends = generation.segments();
    if (ends == null) {
      throw new DecoderException("a pass came back without its segments", null);
    }
    List<Written> written = new ArrayList<>();
    int from = 0;
    for (SegmentEnd end : ends) {
      int to = Math.min(from + end.tokens(), generation.tokens().size());
      List<Token> tokens =
          IntStream.range(from, to)
              .mapToObj(i -> token(generation.tokens().get(i), generation.sketches().get(i)))
              .toList();
      Duration forced = Duration.ofNanos(Math.round(end.forcedMillis() * 1e6));
      written.add(new Written(tokens, finish(end), forced));
      from = to;
    }
    return written;
  }

  private static Finish finish(SegmentEnd end) {
    return switch (end.finishReason()) {
      case MARKER -> new Finish.Stopped(Objects.requireNonNullElse(end.stopMarker(), ""));
      case STOP -> new Finish.Ended();
      case LENGTH, SCORED -> new Finish.Limit();
    };
  }

  private Token token(TokenAttribution token, List<Double> sketch) {
    int id = Objects.requireNonNullElse(token.tokenId(), -1);
    double normalized = Objects.requireNonNullElse(token.normalizedEntropy(), 0.0);
    return new Token(
        id,
        Objects.requireNonNullElse(token.token(), ""),
        federation.specialTokens().containsValue(id),
        token.forced(),
        token.jointLogProb(),
        token.entropy(),
        Math.clamp(normalized, 0, 1),
        sketch);
  }

  @Override
  public int count(String text) {
    return counting(text).getAsInt();
  }

  @Override
  public IntSupplier counting(String text) {
    Future<TokenCount> counted = background.submit(() -> counted(text));
    return () -> {
      TokenCount count = asked(() -> told(counted));
      promptTokens = OptionalInt.of(count.prompt());
      return count.texts().getFirst();
    };
  }

  private TokenCount counted(String text) {
    EsiOrder.Asked asked = order.question();
    return inference.count(
        new TokenCountRequest(
            asked.federation(),
            asked.system(),
            asked.context(),
            asked.prompt(),
            room(),
            List.of(text)));
  }

  private static TokenCount told(Future<TokenCount> counted) {
    try {
      return counted.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoppedException();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    }
  }

  @Override
  public OptionalInt promptTokens() {
    return promptTokens;
  }

  @Override
  public int window() {
    return federation.contextLength();
  }
}

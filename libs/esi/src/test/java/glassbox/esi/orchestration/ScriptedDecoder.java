package glassbox.esi.orchestration;

import glassbox.esi.decoding.Decoded;
import glassbox.esi.decoding.Decoder;
import glassbox.esi.decoding.Finish;
import glassbox.esi.decoding.Forced;
import glassbox.esi.decoding.Pass;
import glassbox.esi.decoding.Segment;
import glassbox.esi.decoding.StoppedException;
import glassbox.esi.decoding.Token;
import glassbox.esi.decoding.Watch;
import glassbox.esi.decoding.Written;
import glassbox.esi.field.Field;
import glassbox.esi.run.Stage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A decoder whose model says what a script tells it to. It tokenises words, knows special tokens by
 * their ids, encodes forced text with them off, and keeps to stops and limits.
 */
public final class ScriptedDecoder implements Decoder {

  private static final Pattern PIECE =
      Pattern.compile(
          "<\\|[a-z]+\\|>|\\[(?:Given|Plan|Compute|Checks|Trace|Answer)]|\\s*[^\\s<\\[]+|.",
          Pattern.DOTALL);
  private static final Pattern SPECIAL =
      Pattern.compile("<\\|[a-z]+\\|>|\\[(?:Given|Plan|Compute|Checks|Trace|Answer)]");
  private static final String END = "<|end|>";

  public final List<Pass> passes = new ArrayList<>();
  public Consumer<Pass> before = pass -> {};
  public Consumer<Token> onToken = token -> {};
  public Runnable onCounted = () -> {};
  public double draftEntropy = 0.7;
  public int window = 1000;

  private final Map<Field, Deque<String>> script = new EnumMap<>(Field.class);
  private final Map<String, Integer> ids = new HashMap<>();
  private final Map<Integer, String> texts = new HashMap<>();
  private Field field = Field.ANSWER;

  /** What the model writes in a field, draw by draw; the last is repeated. */
  public ScriptedDecoder say(Field where, String... draws) {
    script.put(where, new ArrayDeque<>(List.of(draws)));
    return this;
  }

  /** The task of 12 boxes of 35 pens, done well. */
  public static ScriptedDecoder pens() {
    return new ScriptedDecoder()
        .say(Field.GIVEN, " 12 boxes of 35 pens[Plan]")
        .say(Field.PLAN, " calculator[Compute]")
        .say(
            Field.COMPUTE,
            " first we can ask the tool: <|call|>calculator 12*35<|result|>",
            " and this surely is fine[Checks]")
        .say(Field.CHECKS, " unit pens[Trace]")
        .say(Field.TRACE, " t1 calculator[Answer]")
        .say(Field.ANSWER, " 420 pens<|end|>");
  }

  @Override
  public synchronized Decoded decode(Pass pass, Watch watch) {
    passes.add(pass);
    before.accept(pass);
    field = field(pass.prefix());
    var segments = new ArrayList<Written>();
    for (Segment segment : pass.segments()) {
      segments.add(segment(pass, segment, watch));
    }
    return new Decoded(segments, Duration.ofMillis(10), Optional.of("block" + pass.number()));
  }

  private Written segment(Pass pass, Segment segment, Watch watch) {
    var tokens = new ArrayList<Token>();
    for (Forced forced : segment.forced()) {
      switch (forced) {
        case Forced.Mark mark -> {
          field = Field.of(mark.token()).orElse(field);
          tokens.add(write(mark.token(), true, true, 0, watch));
        }
        case Forced.Text text ->
            pieces(text.text()).forEach(p -> tokens.add(write(p, false, true, 0, watch)));
      }
    }
    int drawn = 0;
    double entropy = pass.stage() == Stage.DRAFT ? draftEntropy : 0;
    for (String piece : segment.maxTokens() == 0 ? List.<String>of() : pieces(next())) {
      boolean special = SPECIAL.matcher(piece).matches();
      if (special && piece.equals(END)) {
        return written(tokens, new Finish.Ended());
      }
      if (special && segment.stops().contains(piece)) {
        return written(tokens, new Finish.Stopped(piece));
      }
      if (drawn++ == segment.maxTokens()) {
        return written(tokens, new Finish.Limit());
      }
      tokens.add(write(piece, special, false, entropy, watch));
    }
    return written(tokens, segment.maxTokens() == 0 ? new Finish.Limit() : new Finish.Ended());
  }

  /** A forced token takes a millisecond. */
  private static Written written(List<Token> tokens, Finish finish) {
    long forced = tokens.stream().filter(Token::forced).count();
    return new Written(tokens, finish, Duration.ofMillis(forced));
  }

  private String next() {
    Deque<String> draws = script.getOrDefault(field, new ArrayDeque<>());
    return draws.size() > 1 ? draws.pop() : draws.isEmpty() ? END : draws.peek();
  }

  private Token write(String text, boolean special, boolean forced, double entropy, Watch watch) {
    if (watch.stopped()) {
      throw new StoppedException();
    }
    int id = ids.computeIfAbsent((special ? "!" : ".") + text, key -> ids.size());
    texts.put(id, special ? text : "");
    Token token = new Token(id, text, special, forced, -0.1, entropy, entropy, List.of());
    onToken.accept(token);
    watch.token(token);
    return token;
  }

  private Field field(List<Integer> prefix) {
    Field last = Field.ANSWER;
    for (int id : prefix) {
      last = Field.of(texts.getOrDefault(id, "")).orElse(last);
    }
    return last;
  }

  private static List<String> pieces(String text) {
    var pieces = new ArrayList<String>();
    Matcher matcher = PIECE.matcher(text);
    while (matcher.find()) {
      pieces.add(matcher.group());
    }
    return pieces;
  }

  @Override
  public int count(String text) {
    return pieces(text).size();
  }

  @Override
  public IntSupplier counting(String text) {
    return () -> {
      onCounted.run();
      return count(text);
    };
  }

  @Override
  public OptionalInt promptTokens() {
    return OptionalInt.of(20);
  }

  @Override
  public int window() {
    return window;
  }
}

package glassbox.esi.orchestration;

import glassbox.esi.decoding.Decoded;
import glassbox.esi.decoding.Decoder;
import glassbox.esi.decoding.DecoderException;
import glassbox.esi.decoding.Finish;
import glassbox.esi.decoding.Forced;
import glassbox.esi.decoding.Pass;
import glassbox.esi.decoding.Segment;
import glassbox.esi.decoding.Token;
import glassbox.esi.decoding.Watch;
import glassbox.esi.decoding.Written;
import glassbox.esi.field.Field;
import glassbox.esi.run.Stage;
import glassbox.esi.transcript.Entry;
import glassbox.esi.transcript.Placement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/** Has passes decoded and takes what they wrote into the sheet. */
final class PassRunner {

  private final Decoder decoder;
  private final Sheet sheet;
  private final RunLog log;
  private final Meter meter;
  private final BooleanSupplier stopped;
  private final long seed;
  private final int most;
  private int number;

  /**
   * A runner of one run.
   *
   * @param stopped whether nobody waits for a pass any more
   * @param order with seed, first pass and most tokens
   */
  PassRunner(
      Decoder decoder,
      Sheet sheet,
      RunLog log,
      Meter meter,
      BooleanSupplier stopped,
      RunOrder order) {
    this.decoder = decoder;
    this.sheet = sheet;
    this.log = log;
    this.meter = meter;
    this.stopped = stopped;
    this.seed = order.seed();
    this.most = order.maxTokens();
    this.number = order.firstPass();
  }

  /** Tokens that the run may still write, as far as it is known; the decoder knows its window. */
  int room() {
    int window = decoder.window() - decoder.promptTokens().orElse(0);
    return Math.max(0, Math.min(most, window) - sheet.transcript.entries().size());
  }

  /** What ended the last segment, and how many tokens were drawn. */
  record Outcome(Finish finish, int drawn) {}

  /** Does a pass. */
  Outcome run(Stage stage, List<Segment> segments, Optional<String> instruction) {
    Optional<String> shown = shown(instruction);
    var pass =
        new Pass(
            number,
            stage,
            sheet.heat(stage),
            seed(number),
            sheet.transcript.ids(),
            segments,
            shown);
    number++;
    Decoded decoded =
        meter.wait(Meter.Account.DECODER, () -> decoder.decode(pass, watch(pass.number(), stage)));
    check(segments, decoded.segments());
    List<Entry> entries = placed(stage, decoded);
    sheet.transcript = sheet.transcript.with(entries);
    int forced = (int) entries.stream().filter(entry -> entry.token().forced()).count();
    book(decoded.segments());
    log.pass(
        new PassRecord(
            pass.number(),
            stage,
            pass.heat(),
            pass.seed(),
            entries.size() - forced,
            forced,
            decoded.took(),
            decoded.block(),
            instruction));
    return new Outcome(decoded.segments().getLast().finish(), entries.size() - forced);
  }

  /** Of a segment's forced tokens, which took equally long, its markers are the scaffold's. */
  private void book(List<Written> segments) {
    for (Written written : segments) {
      List<Token> forced = written.tokens().stream().filter(Token::forced).toList();
      for (Token token : forced) {
        if (token.special() && Field.of(token.text()).isPresent()) {
          Duration took = written.forced().dividedBy(forced.size());
          meter.marker(took, Math.exp(Math.min(0, token.logProb())));
        }
      }
    }
  }

  private Optional<String> shown(Optional<String> instruction) {
    return sheet
        .scaffold
        .hints()
        .map(hints -> instruction.map(more -> hints + "\n" + more).orElse(hints))
        .or(() -> instruction);
  }

  private long seed(int pass) {
    return new SplittableRandom(seed + pass).nextLong();
  }

  private List<Entry> placed(Stage stage, Decoded decoded) {
    Placement placement = Placement.behind(sheet.transcript, stage);
    var entries = new ArrayList<Entry>();
    for (Written written : decoded.segments()) {
      written.tokens().forEach(token -> entries.add(placement.next(token)));
    }
    return entries;
  }

  private Watch watch(int pass, Stage stage) {
    Placement placement = Placement.behind(sheet.transcript, stage);
    int start = sheet.transcript.entries().size();
    return new Watch() {
      private int at = start;

      @Override
      public void token(Token token) {
        log.tell(new RunEvent.TokenWritten(pass, at++, placement.next(token)));
      }

      @Override
      public boolean stopped() {
        return stopped.getAsBoolean();
      }
    };
  }

  /** Fields hang on what was forced: a decoder that forced something else has failed. */
  private static void check(List<Segment> segments, List<Written> written) {
    if (segments.size() != written.size()) {
      throw new DecoderException("it did " + written.size() + " segments", null);
    }
    for (int i = 0; i < segments.size(); i++) {
      List<String> asked =
          segments.get(i).forced().stream()
              .filter(Forced.Mark.class::isInstance)
              .map(mark -> ((Forced.Mark) mark).token())
              .toList();
      List<String> given =
          written.get(i).tokens().stream()
              .filter(token -> token.forced() && token.special())
              .map(Token::text)
              .toList();
      if (!asked.equals(given) && !(written.get(i).finish() instanceof Finish.Limit)) {
        throw new DecoderException("it did not force the marks it was given", null);
      }
    }
  }
}

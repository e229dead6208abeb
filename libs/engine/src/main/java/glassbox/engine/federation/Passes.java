package glassbox.engine.federation;

import glassbox.engine.mixture.Draw;
import glassbox.engine.text.Tokenizer;
import glassbox.ledger.block.Combination;
import glassbox.ledger.block.Execution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Runs recorded passes, each in a session of its own, or, where an answer takes several passes, in
 * one that an earlier pass left.
 */
final class Passes implements AutoCloseable {
  /** Sessions kept between the passes of runs. */
  private static final int KEPT = 8;

  private final FederationSpec spec;
  private final Tokenizer tokenizer;
  private final Lineup lineup;
  private final Pieces pieces;
  private final KeptSessions kept;

  Passes(FederationSpec spec, Tokenizer tokenizer, Lineup lineup) {
    this.spec = spec;
    this.tokenizer = tokenizer;
    this.lineup = lineup;
    this.pieces = new Pieces(tokenizer, spec.template());
    this.kept = new KeptSessions(lineup, pieces, KEPT);
  }

  /** How prompts are cut. */
  Pieces pieces() {
    return pieces;
  }

  /**
   * A pass to be run.
   *
   * @param combination the plan's, or the federation's
   * @param prompt read before the answer
   * @param room most tokens of the answer
   */
  record Course(
      Plan plan,
      Combination combination,
      EncodedPrompt prompt,
      int room,
      TokenListener listener,
      Execution execution) {}

  Outcome run(Course course) {
    Plan plan = course.plan();
    if (!plan.resumption().resumable()) {
      try (LineupSession session = lineup.open(plan.options())) {
        return whole(course, session);
      }
    }
    int[] ids = course.prompt().ids();
    KeptSessions.Taken taken = kept.take(plan.options(), ids);
    boolean ended = false;
    try {
      Outcome outcome = segments(course, taken);
      kept.keep(plan.options(), ids, taken.session());
      ended = true;
      return outcome;
    } finally {
      if (!ended) {
        taken.session().close();
      }
    }
  }

  private Outcome whole(Course course, LineupSession session) {
    Plan plan = course.plan();
    int limit = Math.min(plan.maxNewTokens(), course.room());
    int[] run = new int[plan.forcing().leadingRun(limit)];
    Arrays.setAll(run, position -> plan.forcing().at(position).orElseThrow());
    RecordedPass pass = pass(course, session, 0, run);
    Outcome.Finish finish = run.length == limit ? Outcome.Finish.SCORED : Outcome.Finish.LENGTH;
    for (boolean stopped = false; pass.length() < limit && !stopped; ) {
      OptionalInt given = plan.forcing().at(pass.length());
      boolean end = false;
      if (given.isPresent()) {
        pass.force(given.getAsInt());
      } else {
        Draw draw = pass.draw();
        end = pass.ends(draw.tokenId());
        pass.write(draw);
      }
      stopped = end || pass.stopped();
      finish = stopped && run.length < limit ? Outcome.Finish.STOP : finish;
    }
    return pass.end(course.prompt(), finish, List.of(), course.execution());
  }

  private Outcome segments(Course course, KeptSessions.Taken taken) {
    Resumption resumption = course.plan().resumption();
    int[] first =
        resumption.segments().getFirst().forced().stream().mapToInt(Integer::intValue).toArray();
    RecordedPass pass = pass(course, taken.session(), taken.held(), first);
    List<Part> parts = new ArrayList<>();
    for (Resumption.Segment segment : resumption.segments()) {
      parts.add(write(pass, segment, course.room()));
    }
    List<Part> timed = timed(pass, resumption.segments(), parts);
    return pass.end(
        course.prompt(),
        switch (parts.getLast().end()) {
          case STOPPED -> Outcome.Finish.MARKER;
          case ENDED -> Outcome.Finish.STOP;
          case LIMIT -> Outcome.Finish.LENGTH;
        },
        timed,
        course.execution());
  }

  /** The parts with what their forced tokens took. */
  private static List<Part> timed(
      RecordedPass pass, List<Resumption.Segment> segments, List<Part> parts) {
    List<Part> timed = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      int forced = Math.min(part.tokens(), segments.get(i).forced().size());
      timed.add(part.taking(pass.took(from, from + forced)));
      from += part.tokens();
    }
    return timed;
  }

  /** A segment whose forced tokens find no room is left out. */
  private static Part write(RecordedPass pass, Resumption.Segment segment, int room) {
    int from = pass.length();
    if (from + segment.forced().size() > room) {
      return new Part(0, Part.End.LIMIT, OptionalInt.empty());
    }
    segment.forced().forEach(pass::force);
    for (int drawn = 0; drawn < segment.maxNewTokens() && pass.length() < room; drawn++) {
      Draw draw = pass.draw();
      int id = draw.tokenId();
      boolean stop = segment.stopIds().contains(id);
      if (stop || pass.ends(id)) {
        Part.End end = stop ? Part.End.STOPPED : Part.End.ENDED;
        return new Part(pass.length() - from, end, OptionalInt.of(id));
      }
      pass.write(draw);
    }
    return new Part(pass.length() - from, Part.End.LIMIT, OptionalInt.empty());
  }

  /**
   * A pass that has not begun.
   *
   * @param held tokens of the prompt that the session holds
   * @param forced tokens that the answer begins with
   */
  private RecordedPass pass(Course course, LineupSession session, int held, int[] forced) {
    Plan plan = course.plan();
    int[] prompt = course.prompt().ids();
    int[] piece = pieces.lead(forced);
    return new RecordedPass(
        spec,
        tokenizer,
        plan,
        course.combination(),
        new Walk(session, new Walk.Prompt(prompt, pieces.ends(prompt), held), piece),
        new TraceProbe(plan.options(), lineup, session, prompt, piece),
        course.listener());
  }

  @Override
  public void close() {
    kept.close();
  }
}

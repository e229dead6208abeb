package glassbox.engine.federation;

import glassbox.engine.forward.SessionOptions;
import glassbox.engine.text.Tokenizer;
import glassbox.ledger.block.Combination;
import glassbox.ledger.block.Execution;
import glassbox.ledger.block.TokenBlock;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Specialists with one tokenizer that answer together and account for every token. Safe for
 * concurrent use up to the bound of its {@link Admission}. Owns neither models nor tokenizer:
 * whoever made them drains the admission, closes this, then closes them.
 */
public final class Federation implements AutoCloseable {

  private final FederationSpec spec;
  private final Tokenizer tokenizer;
  private final Admission admission;
  private final String build;
  private final int threads;
  private final Lineup lineup;
  private final PromptEncoder encoder;
  private final Passes passes;

  /**
   * Puts specialists together.
   *
   * @param build version of the code, recorded in every block
   * @param threads of the numeric library, recorded in every block
   * @throws IllegalArgumentException when the template has tokens that the vocabulary lacks
   */
  public Federation(
      FederationSpec spec, Tokenizer tokenizer, Admission admission, String build, int threads) {
    this.spec = spec;
    this.tokenizer = tokenizer;
    this.admission = admission;
    this.build = build;
    this.threads = threads;
    this.lineup = Lineup.of(spec.members());
    this.encoder = new PromptEncoder(tokenizer, spec.template());
    this.passes = new Passes(spec, tokenizer, lineup);
  }

  /** What it consists of. */
  public FederationSpec spec() {
    return spec;
  }

  /** The tokenizer of all its members. */
  public Tokenizer tokenizer() {
    return tokenizer;
  }

  /** Tokens that prompt and answer may have together: the smallest window of its members. */
  public int contextLength() {
    return spec.members().stream().mapToInt(m -> m.model().contextLength()).min().orElse(0);
  }

  /** Size of the shared vocabulary. */
  public int vocabularySize() {
    return spec.members().getFirst().model().vocabularySize();
  }

  /** What its blocks record as the execution, under full routing. */
  public Execution execution() {
    return execution(lineup, SessionOptions.PLAIN);
  }

  /** Ids of its specialists without legible bottlenecks; only without any are there twins. */
  public List<String> opaque() {
    return lineup.opaque();
  }

  /**
   * The level that a certificate's deltas are held against: the largest 99th percentile that its
   * specialists were calibrated to; empty where one is opaque or was not calibrated.
   */
  public OptionalDouble calibratedDelta() {
    return lineup.calibratedDelta();
  }

  /**
   * Answers a prompt. Room for the new tokens is kept at the cost of the context's end, up to a
   * quarter of the window.
   *
   * @throws FederationException when the pass is not taken or is abandoned
   */
  public Outcome generate(Plan plan, TokenListener listener) {
    if (plan.resumption().resumable()) {
      return part(plan, listener);
    }
    EncodedPrompt prompt =
        encoder.encode(plan.prompt(), contextLength() - reserve(plan.maxNewTokens()));
    return pass(plan, prompt, listener);
  }

  /**
   * One pass of an answer that takes several. The answer's room is kept at the cost of the
   * context's end, up to half of the window.
   */
  private Outcome part(Plan plan, TokenListener listener) {
    Resumption resumption = plan.resumption();
    int[] prefix = resumption.prefix().stream().mapToInt(Integer::intValue).toArray();
    EncodedPrompt prompt = encode(plan.prompt(), roomOf(resumption.room())).followedBy(prefix);
    int least = prompt.ids().length + resumption.segments().getFirst().forced().size() + 1;
    if (least > contextLength()) {
      throw new FederationException.PromptTooLong(least, contextLength());
    }
    return pass(plan, prompt, listener);
  }

  /**
   * Accounts for a given answer without generating. Its text cannot produce a special token.
   *
   * @throws FederationException when the pass is not taken or is abandoned
   */
  public Outcome score(Plan plan, String answer, TokenListener listener) {
    return score(plan, tokenizer.encode(answer), listener);
  }

  /** As {@link #score(Plan, String, TokenListener)}, for an answer given as at least one token. */
  public Outcome score(Plan plan, int[] answer, TokenListener listener) {
    if (answer.length == 0) {
      throw new FederationException.Unfit("the answer has no tokens");
    }
    EncodedPrompt prompt = encoder.encode(plan.prompt(), contextLength() - answer.length);
    return pass(plan.scoring(answer), prompt, listener);
  }

  /** As {@link #generate} but keeps no account: for measuring what the account costs. */
  public List<Integer> generateUnrecorded(Plan plan) {
    EncodedPrompt prompt =
        encoder.encode(plan.prompt(), contextLength() - reserve(plan.maxNewTokens()));
    try (Admission.Permit permit = admission.enter();
        LineupSession session = lineup.open(plan.options())) {
      return new UnrecordedPass(spec, tokenizer, plan, combination(plan))
          .run(session, prompt, contextLength());
    }
  }

  /**
   * Repeats a block's forwards from its token ids alone and compares what comes out.
   *
   * @throws FederationException.Unfit when it names a specialist that this federation lacks, or its
   *     token ids are not there
   */
  public ReplayResult replay(TokenBlock block, ReplayShape shape) {
    Recorded recorded = Recorded.of(spec, contextLength(), block);
    Lineup used = recorded.lineup();
    SessionOptions options =
        SessionOptions.PLAIN.routed(block.execution().routing()).on(block.execution().backend());
    requireTwins(used, options);
    try (Admission.Permit permit = admission.enter()) {
      return new Replayer(recorded, block, passes.pieces(), options)
          .run(shape, execution(used, options));
    }
  }

  /**
   * Measures how far a pass is from its legible twin: a forward of each over prompt and answer.
   *
   * @throws FederationException.Unfit when the block is not of this federation's specialists as
   *     they are now, or its token ids are not there
   */
  public Certification certify(TokenBlock block) {
    Recorded recorded = Recorded.of(spec, contextLength(), block);
    recorded.requireDigests(block.specialists());
    List<String> opaque = recorded.lineup().opaque();
    if (!opaque.isEmpty()) {
      return new Certification.Opaque(opaque);
    }
    if (recorded.content().tokenIds().isEmpty()) {
      return new Certification.Empty();
    }
    try (Admission.Permit permit = admission.enter()) {
      Certifier certifier = new Certifier(recorded.lineup(), block.combination());
      return new Certification.Certified(certifier.run(recorded.promptIds(), recorded.tokenIds()));
    }
  }

  /** The prompt as tokens, with room for {@code reserved} tokens of an answer. */
  public EncodedPrompt encode(PromptText text, int reserved) {
    return encoder.encode(text, contextLength() - reserved);
  }

  /**
   * Takes a place for scoring one answer after many prompts; close it to give the place back.
   *
   * @throws FederationException when it is not taken
   */
  public AnswerScorer scorer(Combination combination) {
    requireFit(combination);
    return new AnswerScorer(lineup, combination, admission.enter());
  }

  /** Runs a few steps so that the first caller does not pay for it. */
  public void warmUp() {
    warmUp(SessionOptions.PLAIN);
    if (opaque().isEmpty()) {
      warmUp(SessionOptions.LEGIBLE.coding(true));
    }
  }

  private void warmUp(SessionOptions options) {
    int[] ids = {0};
    try (Admission.Permit permit = admission.enter();
        LineupSession session = lineup.open(options)) {
      for (int i = 0; i < Math.min(4, contextLength()); i++) {
        session.append(ids);
      }
    }
  }

  private Outcome pass(Plan plan, EncodedPrompt prompt, TokenListener listener) {
    Combination combination = combination(plan);
    Execution execution = execution(lineup, plan.options());
    requireTwins(lineup, plan.options());
    try (Admission.Permit permit = admission.enter()) {
      int room = contextLength() - prompt.ids().length;
      return passes.run(new Passes.Course(plan, combination, prompt, room, listener, execution));
    }
  }

  /** Gives up the sessions that are kept for passes to come. Requires that no pass runs. */
  @Override
  public void close() {
    passes.close();
  }

  private Combination combination(Plan plan) {
    Combination combination = plan.combination().orElse(spec.combination());
    requireFit(combination);
    return combination;
  }

  private void requireFit(Combination combination) {
    if (combination.size() != spec.members().size()) {
      throw new FederationException.Unfit(
          "%d weights for %d specialists".formatted(combination.size(), spec.members().size()));
    }
  }

  private Execution execution(Lineup used, SessionOptions options) {
    return new Execution(build, threads, used.rows(), used.backend(options), options.routing());
  }

  /** Most tokens of the window that are kept free for an answer of at most that many. */
  public int reserve(int maxNewTokens) {
    return Math.max(1, Math.min(maxNewTokens, contextLength() / 4));
  }

  /** Tokens of the window that are kept free for an answer of several passes: half at most. */
  public int roomOf(int wanted) {
    return Math.clamp(wanted, 1, Math.max(1, contextLength() / 2));
  }

  private static void requireTwins(Lineup lineup, SessionOptions options) {
    if (options.needsChannel() && !lineup.opaque().isEmpty()) {
      throw new FederationException.Unfit(
          "no legible routing, these are opaque: " + String.join(", ", lineup.opaque()));
    }
  }
}

package glassbox.engine.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import glassbox.engine.federation.Resumption.Segment;
import glassbox.engine.forward.SessionOptions;
import glassbox.ledger.attribution.Reconciliation;
import glassbox.ledger.block.BlockCodec;
import glassbox.ledger.block.BlockContent;
import glassbox.ledger.block.Combination;
import glassbox.ledger.block.SamplerSettings;
import glassbox.ledger.block.TokenBlock;
import glassbox.ledger.block.TokenEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that take several passes, on the native engine. */
class ResumptionTest {
  private static final UUID RUN = new UUID(0x0192_0000_0000_7000L, 0x8000_0000_0000_0001L);
  private static final int ROOM = 40;
  @TempDir static Path folder;
  private static TinyFederation tiny;

  @BeforeAll
  static void load() throws IOException {
    tiny = TinyFederation.fast(folder);
  }

  @AfterAll
  static void close() {
    tiny.close();
  }

  private static int id(String token) {
    return tiny.tokenizer.idOf(token).orElseThrow();
  }

  private static Segment segment(int tokens, int... forced) {
    return new Segment(Arrays.stream(forced).boxed().toList(), Set.of(), tokens);
  }

  private static Plan plan(int pass, List<Integer> prefix, Segment... segments) {
    return Plan.greedy(RUN, PromptText.of("what is it?"), 1)
        .sampling(new SamplerSettings(1.3, .98, true, 4 + pass))
        .resuming(new Resumption(prefix, List.of(segments), ROOM));
  }

  private static List<Integer> ids(Outcome outcome) {
    return ((BlockContent.Kept) outcome.block().content()).tokenIds();
  }

  private static List<Integer> joined(List<Integer> before, Outcome outcome) {
    List<Integer> all = new ArrayList<>(before);
    all.addAll(ids(outcome));
    return all;
  }

  /** Four passes, each with a marker forced. */
  private static List<Outcome> passes(Federation federation) {
    List<Outcome> outcomes = new ArrayList<>();
    List<Integer> prefix = List.of();
    for (String marker : List.of("[Given]", "[Plan]", "[Compute]", "[Answer]")) {
      Segment segment = segment(5, id(marker), 20, 21);
      outcomes.add(
          federation.generate(plan(outcomes.size(), prefix, segment), TokenListener.SILENT));
      prefix = joined(prefix, outcomes.getLast());
    }
    return outcomes;
  }

  @Test
  void everyPassIsABlockOfItsOwnThatReplaysBitForBit() {
    try (Federation federation = tiny.federation()) {
      List<Outcome> outcomes = passes(federation);
      assertThat(outcomes).hasSize(4);
      for (Outcome outcome : outcomes) {
        TokenBlock block = BlockCodec.decode(BlockCodec.encode(outcome.block().stored()));
        assertThat(block.tokens())
            .extracting(TokenEntry::forced)
            .startsWith(true, true, true, false);
        assertThat(Reconciliation.of(block).max()).isLessThan(1e-9);
        assertThat(federation.replay(block, ReplayShape.RECORDED).bitEqual()).isTrue();
        assertThat(federation.replay(block, ReplayShape.ONE_PASS).maxAbsDifference())
            .isLessThan(1e-4);
      }
      assertThat(outcomes.getLast().promptTokens())
          .isEqualTo(outcomes.getFirst().promptTokens() + 3 * 8);
    }
  }

  @Test
  void aKeptBeginningGivesTheBitsOfAFreshOne() {
    try (Federation keeping = tiny.federation()) {
      List<Outcome> outcomes = passes(keeping);
      List<Integer> prefix = List.of();
      for (int i = 0; i < outcomes.size(); i++) {
        try (Federation fresh = tiny.federation()) {
          int[] forced = ids(outcomes.get(i)).stream().mapToInt(x -> x).limit(3).toArray();
          Outcome alone = fresh.generate(plan(i, prefix, segment(5, forced)), TokenListener.SILENT);
          assertThat(BlockCodec.encode(alone.block()))
              .isEqualTo(BlockCodec.encode(outcomes.get(i).block()));
          prefix = joined(prefix, outcomes.get(i));
        }
      }
    }
  }

  @Test
  void whatEndsASegmentIsDropped() {
    try (Federation federation = tiny.federation()) {
      Set<Integer> all =
          Set.copyOf(IntStream.range(1, federation.vocabularySize()).boxed().toList());
      Plan plan =
          plan(
              0,
              List.of(),
              new Segment(List.of(id("[Given]"), 20), all, 5),
              segment(3, id("[Plan]")),
              segment(0, id("[Compute]"), 21, id("[Checks]")),
              segment(4));
      Outcome outcome = federation.generate(plan, TokenListener.SILENT);
      assertThat(outcome.parts().getFirst().end()).isEqualTo(Part.End.STOPPED);
      assertThat(outcome.parts()).extracting(Part::tokens).startsWith(2, 4, 3);
      assertThat(ids(outcome)).startsWith(id("[Given]"), 20, id("[Plan]"));
      assertThat(outcome.block().tokens())
          .extracting(TokenEntry::forced)
          .startsWith(true, true, true, false, false, false, true, true, true);
      assertThat(outcome.text()).startsWith("[Given]").contains("[Plan]", "[Compute]");
      assertThat(federation.replay(outcome.block(), ReplayShape.RECORDED).bitEqual()).isTrue();
      assertThat(Reconciliation.of(outcome.block().stored()).max()).isLessThan(1e-9);
    }
  }

  @Test
  void whatForcedTokensTookIsMeasured() {
    try (Federation federation = tiny.federation()) {
      Plan plan =
          plan(0, List.of(), segment(2, id("[Given]"), 20), segment(3), segment(0, id("[Plan]")));
      List<Part> parts = federation.generate(plan, TokenListener.SILENT).parts();
      assertThat(parts).extracting(Part::tokens).containsExactly(4, 3, 1);
      assertThat(parts.getFirst().forced()).isPositive();
      assertThat(parts.get(1).forced()).isZero();
      assertThat(parts.getLast().forced()).as("nothing came after it").isZero();
    }
  }

  @Test
  void aSegmentWithoutRoomIsLeftOut() {
    try (Federation federation = tiny.federation()) {
      int window = federation.contextLength();
      int[] filling = IntStream.range(0, window / 2).map(_ -> 20).toArray();
      Plan plan = plan(0, List.of(), segment(0, filling), segment(1, filling), segment(window));
      Outcome outcome = federation.generate(plan, TokenListener.SILENT);
      assertThat(outcome.parts().get(1))
          .isEqualTo(new Part(0, Part.End.LIMIT, OptionalInt.empty()));
      assertThat(outcome.promptTokens() + outcome.tokens().size()).isLessThanOrEqualTo(window);
    }
  }

  @Test
  void whatWasLearnedIsHandedOn() {
    Combination learning = Combination.Mixture.uniform(3);
    Combination rule = new Combination.PrefixUpdated(((Combination.Mixture) learning).logWeights());
    try (Federation federation =
        tiny.federation(rule, tiny.general(), tiny.domain(), tiny.user())) {
      int[] forced = {id("[Given]"), 20, 21};
      Outcome whole =
          federation.generate(plan(0, List.of(), segment(10, forced)), TokenListener.SILENT);
      Outcome first =
          federation.generate(plan(0, List.of(), segment(5, forced)), TokenListener.SILENT);
      assertThat(ids(whole)).startsWith(ids(first).toArray(Integer[]::new));
      Outcome second =
          federation.generate(
              plan(1, ids(first), segment(5)).combining(first.next()), TokenListener.SILENT);
      double[] expected = whole.tokens().get(8).logWeights();
      for (int i = 0; i < 3; i++) {
        assertThat(second.tokens().getFirst().logWeights()[i]).isCloseTo(expected[i], within(1e-6));
      }
    }
  }

  @Test
  void aRuleThatLearnsNothingStaysAsItIs() {
    try (Federation federation = tiny.federation()) {
      Outcome outcome =
          federation.generate(plan(0, List.of(), segment(2, 20)), TokenListener.SILENT);
      assertThat(outcome.next()).isEqualTo(outcome.block().combination());
    }
  }

  @Test
  void anAnswerThatFillsTheWindowIsRefused() {
    try (Federation federation = tiny.federation()) {
      List<Integer> full = IntStream.range(0, 90).mapToObj(_ -> 20).toList();
      assertThatExceptionOfType(FederationException.PromptTooLong.class)
          .isThrownBy(
              () -> federation.generate(plan(1, full, segment(5, 20)), TokenListener.SILENT));
    }
  }

  @Test
  void sessionsAreBoundedAndGivenUp() {
    Lineup lineup = Lineup.of(List.of(tiny.general()));
    Pieces pieces = new Pieces(tiny.tokenizer, TinyFederation.TEMPLATE);
    try (KeptSessions kept = new KeptSessions(lineup, pieces, 2)) {
      int answer = id("<|answer|>");
      for (int i = 20; i < 25; i++) {
        int[] prompt = {i, answer, 30};
        KeptSessions.Taken taken = kept.take(SessionOptions.PLAIN, prompt);
        assertThat(taken.held()).isZero();
        taken.session().append(prompt);
        kept.keep(SessionOptions.PLAIN, prompt, taken.session());
      }
      assertThat(kept.size()).isEqualTo(2);
      int[] longer = {24, answer, 30, id("[Plan]"), 31};
      KeptSessions.Taken taken = kept.take(SessionOptions.PLAIN, longer);
      assertThat(taken.held()).isEqualTo(3);
      taken.session().close();
    }
  }

  @Test
  void piecesFollowFromTheIdsAlone() {
    Pieces pieces = new Pieces(tiny.tokenizer, TinyFederation.TEMPLATE);
    int answer = id("<|answer|>");
    assertThat(pieces.ends(new int[] {1, 20, 21, answer})).containsExactly(4);
    assertThat(pieces.ends(new int[] {1, 20, answer, id("[Given]"), 22, id("[Plan]"), 23}))
        .containsExactly(3, 5, 7);
    assertThat(new Pieces(tiny.tokenizer, PromptTemplate.PLAIN).ends(new int[] {1, answer, 2}))
        .containsExactly(3);
  }
}

package glassbox.lab.verify;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.critics.Finding;
import glassbox.critics.Verdict;
import glassbox.critics.gate.Vote;
import glassbox.lab.verify.CheckResult.State;
import glassbox.ledger.block.BlockCodec;
import glassbox.ledger.block.TokenBlock;
import glassbox.ledger.block.TokenEntry;
import glassbox.ledger.bundle.Bundle;
import glassbox.ledger.bundle.BundleCodec;
import glassbox.ledger.bundle.BundledRun;
import glassbox.ledger.bundle.BundledText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifierTest {
  private static final List<Vote> PASSED =
      List.of(
          new Vote("units", true, new Verdict.Passed(2)),
          new Vote("contradiction", true, new Verdict.Passed(1)),
          new Vote("trace", false, new Verdict.Unavailable("no fragments")));
  private static final List<Vote> MIXED =
      List.of(
          new Vote("units", true, new Verdict.Passed(2)),
          new Vote(
              "contradiction", true, new Verdict.Flagged(3, List.of(new Finding("no", 0, 2)))));

  @TempDir private Path directory;
  private TestLog log;

  @BeforeEach
  void open() {
    log = new TestLog(directory.resolve("log"), 1);
    log.others(5);
  }

  @Test
  void anHonestBundleHolds() {
    log.add(TestRuns.run(1, 1, TestRuns.report(PASSED, .9)));
    log.add(TestRuns.run(2, 2, TestRuns.report(MIXED, .2)));
    log.add(TestRuns.run(3, 1, Map.of()));
    Verification found = verify(log.bundle(-1));
    assertThat(found.exitCode()).isEqualTo(Verification.RIGHT);
    assertThat(states(found, Check.INCLUSION)).containsOnly(State.HELD);
    assertThat(states(found, Check.NUMBERS)).containsOnly(State.HELD);
    assertThat(states(found, Check.TEXT)).containsOnly(State.HELD);
    assertThat(states(found, Check.VERDICTS))
        .containsExactly(State.HELD, State.HELD, State.NOT_CHECKED);
    assertThat(states(found, Check.GROWTH)).containsExactly(State.NOT_CHECKED);
    assertThat(found.runs().getFirst().shares().stream().mapToDouble(s -> s.share()).sum())
        .isCloseTo(1, org.assertj.core.api.Assertions.within(1e-12));
    assertThat(PlainReport.of(found))
        .contains("RESULT: nothing wrong was found", "general contributed", "NOT CHECKED");
  }

  @Test
  void erasedTextLeavesEverythingElseVerifiable() {
    log.add(TestRuns.run(1, 1, TestRuns.report(PASSED, .9)).withText(Optional.empty()));
    Verification found = verify(log.bundle(-1));
    assertThat(found.exitCode()).isEqualTo(Verification.RIGHT);
    assertThat(states(found, Check.TEXT)).containsExactly(State.NOT_CHECKED);
    assertThat(states(found, Check.NUMBERS)).containsExactly(State.HELD);
  }

  @Test
  void anotherKeyDoesNotCount() {
    log.add(TestRuns.run(1, 1, Map.of()));
    Verifier other = new Verifier(new TestLog(directory.resolve("other"), 2).trust());
    Verification found = other.verify(BundleCodec.encode(log.bundle(-1)));
    assertThat(found.exitCode()).isEqualTo(Verification.WRONG);
    assertThat(states(found, Check.CHECKPOINT)).containsExactly(State.WRONG);
    assertThat(states(found, Check.INCLUSION)).containsExactly(State.NOT_CHECKED);
  }

  @Test
  void anEarlierCheckpointMustBeExtended() {
    byte[] older = log.checkpoint();
    log.add(TestRuns.run(1, 1, Map.of()));
    assertThat(states(verify(log.bundle(5), older), Check.GROWTH)).containsExactly(State.HELD);
    assertThat(verify(log.bundle(-1), older).exitCode())
        .as("without the proof")
        .isEqualTo(Verification.UNJUDGED);

    TestLog rewritten = new TestLog(directory.resolve("rewritten"), 1);
    rewritten.others(4);
    rewritten.add(TestRuns.run(2, 1, Map.of()));
    rewritten.add(TestRuns.run(1, 1, Map.of()));
    Verification found = verify(rewritten.bundle(5), older);
    assertThat(found.exitCode()).isEqualTo(Verification.WRONG);
    assertThat(states(found, Check.GROWTH)).containsExactly(State.WRONG);
    assertThat(states(found, Check.INCLUSION)).containsOnly(State.HELD);
  }

  @Test
  void aSplitViewOfOneSizeIsFound() {
    log.add(TestRuns.run(1, 1, Map.of()));
    byte[] shownToOthers = log.checkpoint();
    TestLog split = new TestLog(directory.resolve("split"), 1);
    split.others(5);
    split.add(TestRuns.run(2, 1, Map.of()));
    assertThat(verify(split.bundle(-1), shownToOthers).exitCode()).isEqualTo(Verification.WRONG);
  }

  @Test
  void aDroppedBlockCannotBeJudgedAndAForeignOneIsWrong() {
    TestRuns.Sealed run = TestRuns.run(1, 2, Map.of());
    log.add(run.withBlocks(run.blocks().subList(0, 1)));
    Verification dropped = verify(log.bundle(-1));
    assertThat(dropped.exitCode()).isEqualTo(Verification.UNJUDGED);
    assertThat(PlainReport.of(dropped)).contains("pass 1: block ");

    TestLog other = new TestLog(directory.resolve("other"), 1);
    other.add(run.withBlocks(TestRuns.run(2, 2, Map.of()).blocks()));
    assertThat(verify(other.bundle(-1)).exitCode()).isEqualTo(Verification.WRONG);
  }

  @Test
  void swappedProofsAreFound() {
    log.add(TestRuns.run(1, 1, Map.of()));
    log.add(TestRuns.run(2, 1, Map.of()));
    Bundle honest = log.bundle(-1);
    BundledRun a = honest.runs().get(0);
    BundledRun b = honest.runs().get(1);
    List<BundledRun> swapped =
        List.of(
            new BundledRun(b.envelope(), a.index(), a.inclusion(), b.blocks(), b.text()),
            new BundledRun(a.envelope(), b.index(), b.inclusion(), a.blocks(), a.text()));
    Verification found = verify(new Bundle(honest.checkpoint(), Optional.empty(), swapped));
    assertThat(found.exitCode()).isEqualTo(Verification.WRONG);
    assertThat(states(found, Check.INCLUSION)).containsOnly(State.WRONG);
    assertThat(verify(new Bundle(honest.checkpoint(), Optional.empty(), List.of(b, a))).exitCode())
        .as("runs out of order")
        .isEqualTo(Verification.UNJUDGED);
  }

  @Test
  void anotherAnswerIsNotTheOneCommittedTo() {
    BundledText other =
        new BundledText(TestRuns.SALT, null, TestRuns.TEXT.context(), "What was it?", "It was 13.");
    log.add(TestRuns.run(1, 1, Map.of()).withText(Optional.of(other)));
    Verification found = verify(log.bundle(-1));
    assertThat(found.exitCode()).isEqualTo(Verification.WRONG);
    assertThat(states(found, Check.TEXT)).containsExactly(State.WRONG);
  }

  @Test
  void numbersThatDoNotAddUpAreNamedByToken() {
    UUID id = new UUID(7, 7);
    TokenBlock honest = TestRuns.block(id, 0, 6, TestRuns.mixture());
    List<TokenEntry> tokens = new ArrayList<>(honest.tokens());
    TokenEntry t = tokens.get(3);
    tokens.set(3, new TokenEntry(t.logProbs(), t.joint() - .01, t.sampled(), 1, false, true, 0));
    TokenBlock wrong =
        new TokenBlock(
            id,
            0,
            honest.specialists(),
            honest.combination(),
            honest.sampler(),
            honest.execution(),
            honest.content(),
            tokens);
    assertThat(BlockCodec.decode(BlockCodec.encode(wrong))).isNotNull();
    log.add(TestRuns.seal(id, List.of(wrong), Map.of(), TestRuns.TEXT));
    Verification found = verify(log.bundle(-1));
    assertThat(found.exitCode()).isEqualTo(Verification.WRONG);
    assertThat(found.runs().getFirst().results())
        .filteredOn(result -> result.check() == Check.NUMBERS)
        .flatExtracting(CheckResult::findings)
        .singleElement()
        .satisfies(f -> assertThat(f.token()).isEqualTo(3));
    assertThat(PlainReport.of(found)).contains("pass 0, token 3: recorded");
    assertThat(JsonReport.of(found)).contains("\"token\" : 3");
  }

  /** Records that an operator logged with false arithmetic: every proof holds. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"csa\":0 | \"csa\":1",
        "\"decision\":\"provisional\" | \"decision\":\"committed\"",
        "\"outcome\":\"repair\" | \"outcome\":\"restart\"",
        "\"outcome\":\"repair\" | \"outcome\":\"commit\"",
        "\"outcome\":\"flagged\" | \"outcome\":\"passed\"",
        "\"checks\":3 | \"checks\":4",
        "\"collapse\":0.4 | \"collapse\":0.3",
        "\"mean_normalized_entropy\":0.2 | \"mean_normalized_entropy\":0.3",
        "\"count\":1 | \"count\":2",
        "\"count\":1 | \"count\":9",
        "\"seed\":\"9007199254740995\" | \"seed\":1",
        "\"id\":\"finance\" | \"id\":\"clinical\"",
        "\"csa\":0 | \"csb\":0",
      })
  void falseArithmeticIsFoundThoughItIsLogged(String part, String other) {
    TestRuns.Sealed honest = TestRuns.run(1, 1, TestRuns.report(MIXED, .2));
    log.add(honest.edited(part, other));
    Verification found = verify(log.bundle(-1));
    assertThat(states(found, Check.INCLUSION)).containsExactly(State.HELD);
    assertThat(found.exitCode()).isEqualTo(Verification.WRONG);
  }

  @Test
  void barsThatTheOperatorDeclaredAreUsed() {
    Map<String, Object> report = TestRuns.report(PASSED, .2);
    TestRuns.Sealed cold =
        TestRuns.run(1, 1, report)
            .edited("\"decision\":\"provisional\"", "\"decision\":\"committed\"");
    String gate = cold.envelope().replaceAll(".*(\"gate\":\\{[^}]*\\}).*", "$1");
    log.add(cold.edited(gate, "\"gate\":{\"outcome\":\"commit\",\"reasons\":[]}"));
    Bundle bundle = log.bundle(-1);
    assertThat(verify(bundle).exitCode()).isEqualTo(Verification.WRONG);
    Verifier declared =
        new Verifier(
            log.trust(), Optional.empty(), Optional.empty(), new Bars(.67, .6, .5, .3, .2));
    assertThat(declared.verify(BundleCodec.encode(bundle)).exitCode())
        .isEqualTo(Verification.RIGHT);
  }

  private Verification verify(Bundle bundle) {
    return new Verifier(log.trust()).verify(BundleCodec.encode(bundle));
  }

  private Verification verify(Bundle bundle, byte[] older) {
    return new Verifier(log.trust(), Optional.of(older), Optional.empty(), Bars.DEFAULT)
        .verify(BundleCodec.encode(bundle));
  }

  private static List<State> states(Verification verification, Check check) {
    return verification
        .results()
        .filter(result -> result.check() == check)
        .map(CheckResult::state)
        .toList();
  }
}

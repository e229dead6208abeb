package glassbox.lab.verify;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.engine.federation.Admission;
import glassbox.engine.federation.Federation;
import glassbox.engine.federation.FederationSpec;
import glassbox.engine.federation.Plan;
import glassbox.engine.federation.PromptText;
import glassbox.engine.federation.TokenListener;
import glassbox.lab.manifest.SignedModels;
import glassbox.lab.verify.CheckResult.State;
import glassbox.ledger.attribution.CombinationFormula;
import glassbox.ledger.block.Combination;
import glassbox.ledger.block.SpecialistRef;
import glassbox.ledger.block.TokenBlock;
import glassbox.ledger.block.TokenEntry;
import glassbox.ledger.bundle.BundleCodec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replays on the shipped models. */
class ReplayTest {
  private static final Path MODELS = Path.of("..", "models");
  private static final List<String> IDS = List.of("general-base", "finance");
  private static final UUID RUN = new UUID(5, 5);

  @TempDir private Path directory;

  @Test
  void honestNumbersComeOutAgainAndFalsifiedOnesDoNot() {
    TokenBlock honest = generate();
    CheckResult same = replayed(honest, "honest");
    assertThat(same.state()).isEqualTo(State.HELD);
    assertThat(same.detail()).contains("bit by bit");

    CheckResult other = replayed(falsified(honest, 2), "falsified");
    assertThat(other.state()).isEqualTo(State.WRONG);
    assertThat(other.findings()).extracting(Finding::token).contains(2);

    CheckResult erased = replayed(honest.withoutContent(), "erased");
    assertThat(erased.state()).isEqualTo(State.NOT_CHECKED);
    assertThat(erased.detail()).contains("token ids");

    CheckResult foreign = replayed(foreign(honest), "foreign");
    assertThat(foreign.state()).isEqualTo(State.UNJUDGED);
    assertThat(foreign.findings().getFirst().message()).contains("other digests");
  }

  private CheckResult replayed(TokenBlock block, String folder) {
    TestLog log = new TestLog(directory.resolve(folder), 1);
    log.add(TestRuns.seal(RUN, List.of(block), Map.of(), TestRuns.TEXT));
    try (ModelReplays models = new ModelReplays(MODELS)) {
      Verification found =
          new Verifier(log.trust(), Optional.empty(), Optional.of(models), Bars.DEFAULT)
              .verify(BundleCodec.encode(log.bundle(-1)));
      assertThat(found.results().filter(r -> r.check() == Check.NUMBERS))
          .as("what is recorded adds up, so only the replay can tell")
          .extracting(CheckResult::state)
          .containsExactly(State.HELD);
      return found.runs().getFirst().results().getLast();
    }
  }

  private static TokenBlock generate() {
    try (SignedModels models = SignedModels.load(MODELS, IDS)) {
      var spec =
          new FederationSpec(
              "demo",
              models.members(),
              Combination.Mixture.uniform(2),
              models.template(),
              Set.of());
      return new Federation(spec, models.tokenizer(), Admission.unbounded(), "test", 1)
          .generate(
              Plan.greedy(RUN, PromptText.of("What was the revenue of Norvik in Q2?"), 8),
              TokenListener.SILENT)
          .block();
    }
  }

  /** Another number for a specialist, with the joint that goes with it. */
  private static TokenBlock falsified(TokenBlock block, int at) {
    List<TokenEntry> tokens = new ArrayList<>(block.tokens());
    TokenEntry token = tokens.get(at);
    float[] logProbs = token.logProbs();
    logProbs[0] -= .5f;
    double joint = CombinationFormula.start(block.combination()).joint(logProbs, true, 0);
    tokens.set(
        at, new TokenEntry(logProbs, joint, joint, token.entropy(), token.forced(), true, 0));
    return with(block, block.specialists(), tokens);
  }

  private static TokenBlock foreign(TokenBlock block) {
    SpecialistRef last = block.specialists().getLast();
    return with(
        block,
        List.of(block.specialists().getFirst(), new SpecialistRef(last.id(), "ab".repeat(32))),
        block.tokens());
  }

  private static TokenBlock with(
      TokenBlock block, List<SpecialistRef> specialists, List<TokenEntry> tokens) {
    return new TokenBlock(
        block.runId(),
        block.pass(),
        specialists,
        block.combination(),
        block.sampler(),
        block.execution(),
        block.content(),
        tokens);
  }
}

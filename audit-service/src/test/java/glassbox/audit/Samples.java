package glassbox.audit;

import glassbox.contracts.generation.FinishReason;
import glassbox.contracts.generation.ModelDigest;
import glassbox.contracts.generation.Usage;
import glassbox.contracts.run.Decision;
import glassbox.contracts.run.RunContent;
import glassbox.contracts.run.RunEnvelope;
import glassbox.contracts.run.RunSubmission;
import glassbox.ledger.attribution.CombinationFormula;
import glassbox.ledger.block.BlockCodec;
import glassbox.ledger.block.BlockContent;
import glassbox.ledger.block.BlockHash;
import glassbox.ledger.block.Combination;
import glassbox.ledger.block.Execution;
import glassbox.ledger.block.SamplerSettings;
import glassbox.ledger.block.SpecialistRef;
import glassbox.ledger.block.TokenBlock;
import glassbox.ledger.block.TokenEntry;
import glassbox.ledger.run.ContentCommitment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** Blocks and runs to record. */
public final class Samples {
  public static final long SEED = 9_007_199_254_740_995L;
  public static final Instant STARTED = Instant.parse("2026-11-01T10:00:00.123456Z");
  public static final String SALT = "5a17".repeat(16);
  private static final List<SpecialistRef> SPECIALISTS =
      List.of(
          new SpecialistRef("general", "a1".repeat(32)),
          new SpecialistRef("finance", "b2".repeat(32)));

  private Samples() {}

  public static TokenBlock block(UUID runId, int pass, int tokens) {
    return block(runId, pass, tokens, 0);
  }

  /** A block whose recorded joints are all wrong by {@code error} nats. */
  public static TokenBlock block(UUID runId, int pass, int tokens, double error) {
    Combination combination = Combination.Mixture.uniform(2);
    CombinationFormula formula = CombinationFormula.start(combination);
    Random random = new Random(runId.getLeastSignificantBits() + pass);
    List<TokenEntry> entries = new ArrayList<>();
    for (int i = 0; i < tokens; i++) {
      float[] logProbs = {-random.nextFloat() * 4 - 0.1f, -random.nextFloat() * 4 - 0.1f};
      double joint = formula.joint(logProbs, true, 0) - error;
      entries.add(new TokenEntry(logProbs, joint, joint, 1.25, false, true, 0));
    }
    return new TokenBlock(
        runId,
        pass,
        SPECIALISTS,
        combination,
        new SamplerSettings(1, 1, true, SEED),
        new Execution("test-1", 1, 2),
        new BlockContent.Kept(
            SALT, List.of(1, 2, 3), IntStream.range(0, tokens).mapToObj(i -> 100 + i).toList()),
        entries);
  }

  /** A block of many specialists, some of which switch roles from token to token. */
  public static TokenBlock wideBlock(UUID runId, int specialists, int tokens) {
    Combination combination = Combination.Mixture.uniform(specialists);
    CombinationFormula formula = CombinationFormula.start(combination);
    Random random = new Random(runId.getLeastSignificantBits());
    List<TokenEntry> entries = new ArrayList<>();
    for (int i = 0; i < tokens; i++) {
      float[] logProbs = new float[specialists];
      for (int k = 0; k < specialists; k++) {
        logProbs[k] = -random.nextFloat() * 9 - 0.1f;
      }
      double joint = formula.joint(logProbs, true, 0);
      entries.add(new TokenEntry(logProbs, joint, joint, 1.25, false, true, 0));
    }
    return new TokenBlock(
        runId,
        0,
        IntStream.range(0, specialists)
            .mapToObj(k -> new SpecialistRef("specialist-" + k, "a1".repeat(32)))
            .toList(),
        combination,
        new SamplerSettings(1, 1, true, SEED),
        new Execution("test-1", 1, specialists),
        new BlockContent.Kept(
            SALT, List.of(1, 2, 3), IntStream.range(0, tokens).mapToObj(i -> 100 + i).toList()),
        entries);
  }

  public static byte[] bytes(TokenBlock block) {
    return BlockCodec.encode(block);
  }

  public static RunContent content(int tokens) {
    return new RunContent(
        SALT,
        null,
        "Context.",
        "What is \u00e9?\u0000",
        "Answer.",
        IntStream.range(0, tokens).mapToObj(i -> "tok" + i).toList());
  }

  /** The run of these blocks, with content of as many tokens as the last has. */
  public static RunSubmission run(String tenant, List<TokenBlock> blocks) {
    return run(tenant, blocks, content(blocks.getLast().tokens().size()));
  }

  /** The run of these blocks with this content. */
  public static RunSubmission run(String tenant, List<TokenBlock> blocks, RunContent content) {
    UUID runId = blocks.getFirst().runId();
    RunEnvelope envelope =
        new RunEnvelope(
            runId,
            tenant,
            RunEnvelope.Kind.GENERATE,
            "demo",
            STARTED,
            "c3".repeat(32),
            ContentCommitment.of(
                content.salt(),
                runId,
                content.system(),
                content.context(),
                content.prompt(),
                content.answer()),
            blocks.stream()
                .map(b -> new RunEnvelope.BlockHash(b.pass(), BlockHash.of(bytes(b))))
                .toList(),
            null,
            Decision.UNGATED,
            blocks.getLast().specialists().stream()
                .map(s -> new ModelDigest(s.id(), s.digest()))
                .toList(),
            "test-1",
            SEED,
            FinishReason.STOP,
            new Usage(3, blocks.stream().mapToInt(b -> b.tokens().size()).sum()),
            null,
            null,
            Certified.certificate(blocks.getLast()));
    return new RunSubmission(envelope, content);
  }
}

package glassbox.lab.verify;

import glassbox.critics.Verdict;
import glassbox.critics.chi.Chi;
import glassbox.critics.chi.ChiSettings;
import glassbox.critics.chi.Rate;
import glassbox.critics.chi.Signal;
import glassbox.critics.gate.CrossAgreement;
import glassbox.critics.gate.Gate;
import glassbox.critics.gate.GateDecision;
import glassbox.critics.gate.Vote;
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
import glassbox.ledger.bundle.BundledText;
import glassbox.ledger.run.ContentCommitment;
import glassbox.ledger.run.RunRecordHash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** Runs as a federation and the real critics' arithmetic make them. */
final class TestRuns {
  static final String SALT = "5a17".repeat(16);
  static final BundledText TEXT =
      new BundledText(SALT, null, "Revenue: \"12\".\n", "What was it? \u20ac", "It was 12.");
  static final long SEED = 9_007_199_254_740_995L;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private TestRuns() {}

  /** A run as it is kept. */
  record Sealed(String envelope, List<byte[]> blocks, Optional<BundledText> text) {
    Sealed withBlocks(List<byte[]> others) {
      return new Sealed(envelope, others, text);
    }

    Sealed withText(Optional<BundledText> other) {
      return new Sealed(envelope, blocks, other);
    }

    /** Another record, as an operator could have logged it. */
    Sealed edited(String part, String other) {
      if (!envelope.contains(part)) {
        throw new IllegalArgumentException(part + " is not in " + envelope);
      }
      return new Sealed(envelope.replace(part, other), blocks, text);
    }
  }

  static Sealed run(int number, int passes, Map<String, Object> report) {
    UUID id = new UUID(0x0193_9c7e_5f00_7000L + number, 0x8000_0000_0000_0000L + number);
    List<TokenBlock> blocks = new ArrayList<>();
    for (int pass = 0; pass < passes; pass++) {
      blocks.add(block(id, pass, 6, pass % 2 == 0 ? mixture() : gated()));
    }
    return seal(id, blocks, report, TEXT);
  }

  static Sealed seal(
      UUID id, List<TokenBlock> blocks, Map<String, Object> report, BundledText text) {
    List<byte[]> bytes = blocks.stream().map(BlockCodec::encode).toList();
    Map<String, Object> envelope = new LinkedHashMap<>();
    envelope.put("run_id", id.toString());
    envelope.put("tenant", "acme");
    envelope.put("kind", "generate");
    envelope.put("federation", "demo");
    envelope.put("started_at", "2026-11-01T10:00:00Z");
    envelope.put("request_hash", "c3".repeat(32));
    envelope.put(
        "content_hash",
        ContentCommitment.of(
            text.salt(), id, text.system(), text.context(), text.prompt(), text.answer()));
    List<Map<String, Object>> names = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      names.add(Map.of("pass", blocks.get(i).pass(), "hash", BlockHash.of(bytes.get(i))));
    }
    envelope.put("blocks", names);
    if (!report.isEmpty()) {
      envelope.put("report", report);
    }
    envelope.put("decision", decision(report));
    envelope.put(
        "specialists",
        blocks.getFirst().specialists().stream()
            .map(s -> Map.of("id", s.id(), "digest", s.digest()))
            .toList());
    envelope.put("build", "test-1");
    envelope.put("seed", blocks.getFirst().sampler().seed());
    envelope.put("finish_reason", "stop");
    envelope.put("usage", Map.of("prompt_tokens", 3, "completion_tokens", 6 * blocks.size()));
    byte[] canonical = RunRecordHash.canonical(JSON.writeValueAsString(envelope));
    return new Sealed(new String(canonical, StandardCharsets.UTF_8), bytes, Optional.of(text));
  }

  private static String decision(Map<String, Object> report) {
    if (report.isEmpty()) {
      return "ungated";
    }
    return report.get("gate") instanceof Map<?, ?> gate && "commit".equals(gate.get("outcome"))
        ? "committed"
        : "provisional";
  }

  static Combination mixture() {
    return new Combination.Mixture(List.of(Math.log(.6), Math.log(.4)));
  }

  private static Combination gated() {
    return new Combination.Gated(List.of(Math.log(.5), Math.log(.5)), 1, 1.5);
  }

  static TokenBlock block(UUID id, int pass, int tokens, Combination combination) {
    var random = new SplittableRandom(id.getLeastSignificantBits() + pass);
    CombinationFormula formula = CombinationFormula.start(combination);
    List<TokenEntry> entries = new ArrayList<>();
    for (int t = 0; t < tokens; t++) {
      float[] logProbs = {
        -.1f - 4 * (float) random.nextDouble(), -.1f - 4 * (float) random.nextDouble()
      };
      boolean ensembled = combination instanceof Combination.Mixture || random.nextBoolean();
      double joint = formula.joint(logProbs, ensembled, 0);
      entries.add(new TokenEntry(logProbs, joint, joint, 1.25, t == 0, ensembled, 0));
    }
    return new TokenBlock(
        id,
        pass,
        List.of(
            new SpecialistRef("general", "a1".repeat(32)),
            new SpecialistRef("finance", "b2".repeat(32))),
        combination,
        new SamplerSettings(1, 1, true, SEED),
        new Execution("test-1", 1, 2),
        new BlockContent.Kept(
            SALT, List.of(1, 2, 3), IntStream.range(0, tokens).mapToObj(t -> 100 + t).toList()),
        entries);
  }

  /** The report of the real arithmetic; entropy .9 gives an E that commits by itself. */
  static Map<String, Object> report(List<Vote> votes, double entropy) {
    List<Signal> signals = new ArrayList<>();
    for (int t = 0; t < 20; t++) {
      signals.add(new Signal(100 + 7 * t, Optional.empty(), entropy));
    }
    Optional<Chi> chi = Chi.of(signals, CrossAgreement.contradictions(votes), ChiSettings.DEFAULT);
    GateDecision gate = Gate.DEFAULT.decide(votes, chi);
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("verdicts", votes.stream().map(TestRuns::verdict).toList());
    report.put("csa", CrossAgreement.csa(votes));
    chi.ifPresent(known -> report.put("chi", chi(known)));
    report.put(
        "gate",
        Map.of(
            "outcome", gate.outcome().name().toLowerCase(Locale.ROOT), "reasons", gate.reasons()));
    return report;
  }

  private static Map<String, Object> verdict(Vote vote) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("critic", vote.critic());
    map.put("version", "1");
    map.put("config_hash", "d4".repeat(32));
    map.put("mandatory", vote.mandatory());
    map.put("outcome", vote.verdict().getClass().getSimpleName().toLowerCase(Locale.ROOT));
    map.put("checks", 0);
    map.put("findings", List.of());
    switch (vote.verdict()) {
      case Verdict.Passed passed -> map.put("checks", passed.checks());
      case Verdict.Flagged flagged -> {
        map.put("checks", flagged.checks());
        map.put("findings", flagged.findings());
      }
      case Verdict.Unavailable unavailable -> map.put("reason", unavailable.reason());
    }
    return map;
  }

  private static Map<String, Object> chi(Chi chi) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("value", chi.value());
    map.put("collapse", chi.collapse());
    map.put("loop", chi.loop());
    map.put("contradiction", chi.contradiction());
    map.put("loop_rate", rate(chi.loopRate()));
    map.put("contradiction_rate", rate(chi.contradictionRate()));
    map.put("mean_normalized_entropy", chi.meanNormalizedEntropy());
    map.put("diffuse", chi.diffuse());
    return map;
  }

  private static Map<String, Object> rate(Rate rate) {
    return Map.of(
        "count", rate.count(),
        "total", rate.total(),
        "value", rate.value(),
        "low", rate.low(),
        "high", rate.high());
  }
}

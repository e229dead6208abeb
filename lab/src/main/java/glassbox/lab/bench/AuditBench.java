package glassbox.lab.bench;

import glassbox.engine.federation.Admission;
import glassbox.engine.federation.Federation;
import glassbox.engine.federation.FederationSpec;
import glassbox.engine.federation.Plan;
import glassbox.engine.federation.PromptText;
import glassbox.engine.federation.TokenListener;
import glassbox.lab.manifest.SignedModels;
import glassbox.lab.results.Bar;
import glassbox.ledger.block.BlockCodec;
import glassbox.ledger.block.Combination;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What the record costs: the shipped specialists' answers with and without one. */
final class AuditBench {
  private static final List<String> SPECIALISTS = List.of("general-base", "finance", "quantities");
  private static final String PROMPT = "Convert 3.2 km to m.";
  private static final String ON = "recorded and sealed";
  private static final String OFF = "not recorded";

  private final Path models;
  private final int rounds;
  private final int tokens;

  AuditBench(Path models, int rounds, int tokens) {
    this.models = models;
    this.rounds = rounds;
    this.tokens = tokens;
  }

  Bar run() {
    try (SignedModels loaded = SignedModels.load(models, SPECIALISTS)) {
      Federation federation = federation(loaded);
      Plan plan = Plan.greedy(new UUID(0, 1), PromptText.of(PROMPT), tokens);
      Turns turns =
          new Turns()
              .add(ON, () -> sealed(federation, plan))
              .add(OFF, () -> federation.generateUnrecorded(plan))
              .measure(rounds);
      double ratio = turns.ratio(ON, OFF);
      return Bar.atMost("decode with audit on / off", ratio, "x", 1.005, rounds);
    }
  }

  private static void sealed(Federation federation, Plan plan) {
    byte[] bytes = BlockCodec.encode(federation.generate(plan, TokenListener.SILENT).block());
    if (bytes.length == 0) {
      throw new IllegalStateException("an empty record");
    }
  }

  /** Without end tokens, so that each pass has its full length. */
  private static Federation federation(SignedModels loaded) {
    return new Federation(
        new FederationSpec(
            "bench",
            loaded.members(),
            Combination.Mixture.uniform(loaded.members().size()),
            loaded.template(),
            Set.of()),
        loaded.tokenizer(),
        Admission.unbounded(),
        "lab",
        1);
  }
}

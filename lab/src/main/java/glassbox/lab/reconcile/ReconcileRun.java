package glassbox.lab.reconcile;

import glassbox.engine.federation.Admission;
import glassbox.engine.federation.Federation;
import glassbox.engine.federation.FederationSpec;
import glassbox.engine.federation.PromptText;
import glassbox.lab.manifest.SignedModels;
import glassbox.lab.results.Bar;
import glassbox.lab.results.Provenance;
import glassbox.lab.world.World;
import glassbox.lab.world.facts.Domain;
import glassbox.lab.world.task.Split;
import glassbox.ledger.block.Combination;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The experiment on a base, a full specialist and an adapter of the shipped models. */
public final class ReconcileRun {

  private static final List<String> SPECIALISTS = List.of("general-base", "finance", "quantities");
  private static final int BLOCKS = 4;

  private final Path models;
  private final long seed;
  private final int tokens;
  private final int injections;

  /**
   * @param models folder of signed models
   * @param tokens to measure, a multiple of 4
   * @param injections falsified records of each kind
   */
  public ReconcileRun(Path models, long seed, int tokens, int injections) {
    if (tokens < BLOCKS || tokens % BLOCKS != 0 || injections < 1) {
      throw new IllegalArgumentException(
          "tokens must be a multiple of " + BLOCKS + " and injections positive");
    }
    this.models = models;
    this.seed = seed;
    this.tokens = tokens;
    this.injections = injections;
  }

  /** Runs the experiment, writes its results to {@code directory} and gives the bars. */
  public List<Bar> write(Path directory) throws IOException {
    try (SignedModels loaded = SignedModels.load(models, SPECIALISTS)) {
      Findings findings =
          new Experiment(federation(loaded), prompts(), seed).run(tokens, BLOCKS, injections);
      String command =
          "./glassbox lab reconcile --seed %d --tokens %d --injections %d"
              .formatted(seed, tokens, injections);
      var report = new Report(findings, SPECIALISTS, seed, Provenance.here(command));
      report.write(directory);
      return report.bars();
    }
  }

  /** Without end tokens, so that each block gets its full length. */
  private static Federation federation(SignedModels loaded) {
    var spec =
        new FederationSpec(
            "reconcile",
            loaded.members(),
            Combination.Mixture.uniform(loaded.members().size()),
            loaded.template(),
            Set.of());
    return new Federation(spec, loaded.tokenizer(), Admission.unbounded(), "lab", 1);
  }

  private static List<PromptText> prompts() {
    World world = World.of(1);
    var prompts = new ArrayList<PromptText>();
    for (Domain domain : Domain.values()) {
      world.source().distinct(domain, Split.VALIDATION, 1, 1).stream()
          .map(task -> PromptText.of(task.prompt().text()))
          .forEach(prompts::add);
    }
    return prompts;
  }
}

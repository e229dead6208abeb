package glassbox.lab.ledger;

import glassbox.lab.results.Bar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures records of real answers and states all bars of the ledger. */
@Command(
    name = "ledger",
    description = "Measures size and speed of records of real answers; states the ledger's bars.")
public final class LedgerCommand implements Callable<Integer> {

  @Option(names = "--models", defaultValue = "models", description = "Folder of signed models.")
  private Path models = Path.of("models");

  @Option(names = "--out", defaultValue = "docs/results", description = "Folder of the results.")
  private Path out = Path.of("docs/results");

  @Option(names = "--seed", defaultValue = "1", description = "Seed of prompts and draws.")
  private long seed;

  @Option(names = "--blocks", defaultValue = "8", description = "Answers.")
  private int blocks;

  @Option(names = "--tokens", defaultValue = "250", description = "Tokens of an answer.")
  private int tokens;

  @Option(names = "--ingest", description = "What the ingest benchmark wrote.")
  private @Nullable Path ingest;

  @Option(names = "--flips", description = "What the tests of flipped bits wrote.")
  private @Nullable Path flips;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    var real = RealBlocks.of(models, seed, blocks, tokens);
    RecordCosts costs = RecordCosts.of(real);
    RecordCosts wide = RecordCosts.ofPartial(RealBlocks.widened(real.getFirst(), 1000, seed));
    List<Bar> bars = new ArrayList<>();
    bars.add(
        Bar.atMost(
            "record size, 3 specialists, real answers",
            costs.bytesPerToken(),
            "bytes per token",
            24,
            costs.tokens()));
    bars.add(
        Bar.atMost(
            "record size, 1,000 specialists, 64 listed",
            wide.bytesPerToken(),
            "bytes per token",
            2048,
            wide.tokens()));
    bars.add(
        Bar.below(
            "largest residual of the records",
            Math.max(costs.maxResidual(), wide.maxResidual()),
            "nats",
            1e-9,
            costs.tokens() + wide.tokens()));
    if (flips != null) {
      bars.addAll(Parts.flips(flips));
    }
    var report = new LedgerReport(costs, wide, bars, seed, ingest);
    report.write(out);
    Bar.print(bars, spec.commandLine().getOut());
    return report.holds() ? 0 : 1;
  }
}

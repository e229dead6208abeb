package glassbox.lab.bench;

import glassbox.lab.results.Bar;
import glassbox.lab.results.Provenance;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lab bench}. */
@Command(
    name = "bench",
    subcommands = ExplainBenchCommand.class,
    description = "Measures decoding, prompts, batches of adapters and the cost of the record.")
public final class BenchCommand implements Callable<Integer> {
  private static final int SMALL_STEPS = 50;
  private static final int LARGE_STEPS = 10;
  private static final int ANSWER = 64;

  @Option(names = "--models", defaultValue = "models", description = "Folder of signed models.")
  private Path models = Path.of("models");

  @Option(names = "--out", defaultValue = "docs/results", description = "Folder of the results.")
  private Path out = Path.of("docs/results");

  @Option(names = "--rounds", defaultValue = "15", description = "Measured rounds.")
  private int rounds;

  @Option(names = "--large", description = "Also 134 million parameters.")
  private boolean large;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Runs everything; 0 also when a bar is missed, for the results say so. */
  @Override
  public Integer call() throws Exception {
    List<DecoderBench.Speed> speeds = new ArrayList<>();
    List<Bar> bars = new ArrayList<>();
    SyntheticModel small = SyntheticModel.small();
    List<DecoderBench> benches = new ArrayList<>();
    benches.add(new DecoderBench("5.8 M", small, rounds, SMALL_STEPS));
    if (large) {
      benches.add(new DecoderBench("134 M", SyntheticModel.large(), rounds, LARGE_STEPS));
    }
    for (DecoderBench bench : benches) {
      DecoderBench.Outcome outcome = bench.run();
      speeds.addAll(outcome.speeds());
      bars.addAll(outcome.bars());
    }
    bars.add(new AuditBench(models, rounds, ANSWER).run());
    String command = "./glassbox lab bench --rounds " + rounds + (large ? " --large" : "");
    new BenchReport(speeds, bars, small.seed(), Provenance.here(command)).write(out);
    print(speeds, bars);
    return 0;
  }

  private void print(List<DecoderBench.Speed> speeds, List<Bar> bars) {
    PrintWriter print = spec.commandLine().getOut();
    for (DecoderBench.Speed speed : speeds) {
      print.printf(
          Locale.ROOT,
          "%-6s %-46s %8.2f ms %8.0f tokens/s%n",
          speed.size(),
          speed.name(),
          speed.milliseconds(),
          speed.tokensPerSecond());
    }
    Bar.print(bars, print);
  }
}

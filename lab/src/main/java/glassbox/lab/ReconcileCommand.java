package glassbox.lab;

import glassbox.lab.reconcile.ReconcileRun;
import glassbox.lab.results.Bar;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "reconcile",
    description = "Recomputes, replays and falsifies 1,000 tokens of three specialists.")
final class ReconcileCommand implements Callable<Integer> {

  @Option(names = "--models", defaultValue = "models", description = "Folder of signed models.")
  private Path models = Path.of("models");

  @Option(names = "--out", defaultValue = "docs/results", description = "Folder of the results.")
  private Path out = Path.of("docs/results");

  @Option(names = "--seed", defaultValue = "1", description = "Seed of samples and faults.")
  private long seed;

  @Option(names = "--tokens", defaultValue = "1000", description = "Tokens, a multiple of 4.")
  private int tokens;

  @Option(names = "--injections", defaultValue = "40", description = "Faults of each kind.")
  private int injections;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    List<Bar> bars = new ReconcileRun(models, seed, tokens, injections).write(out);
    Bar.print(bars, spec.commandLine().getOut());
    return bars.stream().allMatch(Bar::holds) ? 0 : 1;
  }
}

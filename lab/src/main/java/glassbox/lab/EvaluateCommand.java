package glassbox.lab;

import glassbox.lab.evaluation.ClosedBook;
import glassbox.lab.evaluation.CopyingCommand;
import glassbox.lab.phases.PhasesCommand;
import glassbox.lab.results.Bar;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "evaluate",
    description = "Measures answers to held-out questions of the world.",
    subcommands = {CopyingCommand.class, PhasesCommand.class})
final class EvaluateCommand implements Callable<Integer> {

  @Option(
      names = "--closed-book",
      description = "Exact answers without a context: each model alone, and joined.")
  private boolean closedBook;

  @Option(names = "--models", defaultValue = "models", description = "Folder of the demo models.")
  private Path models = Path.of("models");

  @Option(names = "--world", defaultValue = "1", description = "Seed of the facts.")
  private long world;

  @Option(names = "--seed", defaultValue = "1", description = "Seed of the questions.")
  private long seed;

  @Option(names = "--questions", defaultValue = "150", description = "Most of a domain.")
  private int questions;

  @Option(names = "--out", defaultValue = "docs/results", description = "Folder for the result.")
  private Path out = Path.of("docs", "results");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    if (!closedBook) {
      throw new ParameterException(
          spec.commandLine(), "say what to evaluate: --closed-book, copying, or phases");
    }
    String command =
        "./glassbox lab evaluate --closed-book --world %d --seed %d --questions %d"
            .formatted(world, seed, questions);
    List<Bar> bars = new ClosedBook(models, world, seed, questions).write(out, command);
    PrintWriter print = spec.commandLine().getOut();
    for (Bar bar : bars) {
      print.printf(
          Locale.ROOT,
          "%-4s %s: %.3f %s (%s, n = %d)%n",
          bar.holds() ? "ok" : "MISS",
          bar.name(),
          bar.value(),
          bar.unit(),
          bar.bar(),
          bar.n());
    }
    print.flush();
    return 0;
  }
}

package glassbox.lab.evaluation;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lab evaluate copying}. */
@Command(
    name = "copying",
    description = "Numbers of several tokens to copy from a prompt: each model alone.")
public final class CopyingCommand implements Callable<Integer> {

  @Option(names = "--models", defaultValue = "models", description = "Folder of the demo models.")
  private Path models = Path.of("models");

  @Option(names = "--seed", defaultValue = "1", description = "Seed of the numbers.")
  private long seed;

  @Option(names = "--numbers", defaultValue = "150", description = "Numbers in each place.")
  private int numbers;

  @Option(names = "--out", defaultValue = "docs/results", description = "Folder for the result.")
  private Path out = Path.of("docs", "results");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    String command =
        "./glassbox lab evaluate copying --seed %d --numbers %d".formatted(seed, numbers);
    PrintWriter print = spec.commandLine().getOut();
    for (Copying.Copied copied : new Copying(models, seed, numbers).write(out, command)) {
      print.printf(
          Locale.ROOT,
          "%-7s %-18s first token %.3f, all tokens %.3f (n = %d)%n",
          copied.form().id(),
          copied.model(),
          (double) copied.first() / copied.numbers(),
          (double) copied.whole() / copied.numbers(),
          copied.numbers());
    }
    print.flush();
    return 0;
  }
}

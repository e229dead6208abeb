package glassbox.lab.detection;

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
import picocli.CommandLine.Spec;

/** {@code lab detection}. */
@Command(
    name = "detection",
    description = {
      "Fits the scores of hallucination and safety on labelled runs and measures them.",
      "Repeat it whenever the models change: a score is a probability only for the models it was"
          + " fitted on."
    },
    mixinStandardHelpOptions = true)
public final class DetectionCommand implements Callable<Integer> {

  @Option(names = "--models", defaultValue = "models", description = "Folder of signed models.")
  private Path models = Path.of("models");

  @Option(
      names = "--scores",
      defaultValue = "critic-service/src/main/resources/scores",
      description = "Folder for the fitted scores.")
  private Path scores = Path.of("critic-service/src/main/resources/scores");

  @Option(names = "--out", defaultValue = "docs/results", description = "Folder of the results.")
  private Path out = Path.of("docs/results");

  @Option(names = "--world", defaultValue = "1", description = "Seed of the taught world.")
  private long world;

  @Option(names = "--held-out", defaultValue = "2", description = "Seed of the measured world.")
  private long heldOut;

  @Option(names = "--untaught", defaultValue = "3", description = "Seed of a third world.")
  private long untaught;

  @Option(names = "--seed", defaultValue = "1", description = "Seed of what is drawn.")
  private long seed;

  @Option(names = "--size", defaultValue = "100", description = "How much is drawn, percent.")
  private int size;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    var seeds = new Seeds(world, heldOut, untaught, seed, size);
    String command =
        "./glassbox lab detection --world %d --held-out %d --untaught %d --seed %d --size %d"
            .formatted(world, heldOut, untaught, seed, size);
    PrintWriter print = spec.commandLine().getOut();
    List<Bar> bars =
        new DetectionRun(models, seeds, scores, out)
            .run(
                command,
                line -> {
                  print.println(line);
                  print.flush();
                });
    for (Bar bar : bars) {
      print.printf(
          Locale.ROOT,
          "%-4s %s: %.4f %s (%s, n = %d)%n",
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

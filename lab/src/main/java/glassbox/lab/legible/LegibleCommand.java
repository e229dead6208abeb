package glassbox.lab.legible;

import glassbox.lab.monitor.MonitorCommand;
import glassbox.lab.results.Provenance;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lab legible}. */
@Command(
    name = "legible",
    description = "Measures legible bottlenecks where the truth is known, with controls.",
    mixinStandardHelpOptions = true,
    subcommands = MonitorCommand.class)
public final class LegibleCommand {

  private static final int SEQUENCE_STEPS = 1_200;
  private static final int TAX_STEPS = 1_600;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** What every experiment is told. */
  static final class Choice {
    @Option(
        names = "--seeds",
        split = ",",
        defaultValue = "1,2,3,4,5",
        description = "Seeds, separated by commas.")
    private List<Long> seeds = new ArrayList<>();

    @Option(names = "--arms", split = ",", description = "Arms to run; all by default.")
    private List<String> arms = new ArrayList<>();

    @Option(
        names = "--work",
        defaultValue = ".glassbox/legible",
        description = "Folder of finished runs; what lies there is not run again.")
    private Path work = Path.of(".glassbox/legible");

    @Option(names = "--out", defaultValue = "docs/results", description = "Folder of the results.")
    private Path out = Path.of("docs/results");

    @Option(names = "--report-only", description = "Report what is finished; run nothing.")
    private boolean reportOnly;

    @Option(names = "--steps", defaultValue = "0", hidden = true)
    private int steps;

    int steps(int standard) {
      return steps > 0 ? steps : standard;
    }
  }

  @Command(name = "planted", description = "Recovery and causes of planted concepts.")
  int planted(@Mixin Choice choice) throws IOException {
    return run(new PlantedExperiment(choice.steps(PlantedRecipes.STEPS)), choice);
  }

  @Command(name = "sequence", description = "A bottleneck beside attention.")
  int sequence(@Mixin Choice choice) throws IOException {
    return run(new SequenceExperiment(choice.steps(SEQUENCE_STEPS)), choice);
  }

  @Command(name = "tax", description = "What fewer active atoms cost.")
  int tax(@Mixin Choice choice) throws IOException {
    return run(new TaxExperiment(choice.steps(TAX_STEPS)), choice);
  }

  @Command(name = "backdoor", description = "Whether delta gives away a backdoor.")
  int backdoor(@Mixin Choice choice) throws IOException {
    return run(new BackdoorExperiment(choice.steps(PlantedRecipes.STEPS)), choice);
  }

  @Command(name = "stability", description = "Whether concepts keep their names.")
  int stability(@Mixin Choice choice) throws IOException {
    return run(new StabilityExperiment(choice.steps(PlantedRecipes.STEPS)), choice);
  }

  @Command(
      name = "lm",
      description = "Language models legible by construction against explained afterwards.")
  int lm(
      @Mixin Choice choice,
      @Option(
              names = "--loss",
              defaultValue = "1.0",
              description = "Held-out loss at which every arm stops, in nats a token.")
          double loss)
      throws IOException {
    return run(
        new LanguageExperiment(choice.steps(LanguageExperiment.STEPS), loss, choice.work), choice);
  }

  /** 0 also when a bar is missed, for the results say so. */
  private int run(Experiment experiment, Choice choice) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    var runs = new Runs(experiment, new WorkDirectory(choice.work), out, Clock.systemUTC());
    if (!choice.reportOnly) {
      runs.complete(chosen(experiment, choice.arms), choice.seeds);
    }
    Results results = runs.results(choice.seeds);
    Provenance provenance =
        Provenance.here("./glassbox lab legible " + experiment.name() + seeds(choice.seeds));
    out.print(new Table(experiment, results).plain());
    out.print(Table.verdicts(experiment.bars(results)));
    out.flush();
    new LegibleReport(experiment, results, provenance).write(choice.out);
    return 0;
  }

  private static String seeds(List<Long> seeds) {
    return " --seeds " + String.join(",", seeds.stream().map(String::valueOf).toList());
  }

  private List<Arm> chosen(Experiment experiment, List<String> names) {
    List<String> known = experiment.arms().stream().map(Arm::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw new ParameterException(
            spec.commandLine(), "no arm is called " + name + "; there are " + known);
      }
    }
    return experiment.arms().stream()
        .filter(arm -> names.isEmpty() || names.contains(arm.name()))
        .toList();
  }
}

package glassbox.lab;

import glassbox.lab.training.DemoTraining;
import glassbox.lab.training.Recipe;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "train",
    description = "Trains all that ships; an interrupted run goes on where it stopped.")
final class TrainCommand implements Callable<Integer> {

  @ArgGroup(multiplicity = "1")
  private What what = new What();

  @Option(names = "--models", required = true, description = "Folder for the model directories.")
  private Path models = Path.of("");

  @Option(names = "--work", required = true, description = "Folder for states and loss curves.")
  private Path work = Path.of("");

  @Option(names = "--seed", defaultValue = "1", description = "Seed of world and training.")
  private long seed;

  @Option(
      names = "--copying-steps",
      defaultValue = "600",
      description = "Steps of the base's first training, on lists to say again.")
  private int copyingSteps;

  @Option(
      names = "--base-steps",
      defaultValue = "2200",
      description = "Steps of the base's second training.")
  private int baseSteps;

  @Option(
      names = "--refinement-steps",
      defaultValue = "800",
      description = "Steps of the base's third training, with repairs.")
  private int refinementSteps;

  @Option(names = "--specialist-steps", defaultValue = "450", description = "Steps of finance.")
  private int specialistSteps;

  @Option(names = "--adapter-steps", defaultValue = "450", description = "Steps of an adapter.")
  private int adapterSteps;

  @Option(
      names = "--at-once",
      defaultValue = "2",
      description = "Specialists trained at a time, one thread each; the result is the same.")
  private int atOnce;

  @Spec private CommandSpec spec = CommandSpec.create();

  private static final class What {
    @Option(names = "--all", description = "World, tokenizer and every model.")
    private boolean all;

    @Option(names = "--only", description = "What is missing up to the base, and one model.")
    private @Nullable String only;
  }

  @Override
  public Integer call() throws Exception {
    if (atOnce < 1) {
      throw new ParameterException(spec.commandLine(), "--at-once is 1 or more");
    }
    Recipe recipe =
        Recipe.shipped(
            seed, copyingSteps, baseSteps, refinementSteps, specialistSteps, adapterSteps);
    var training =
        new DemoTraining(
            recipe, atOnce, models, work, spec.commandLine().getOut(), Clock.systemUTC());
    if (what.only == null) {
      training.all();
    } else {
      training.only(what.only);
    }
    return 0;
  }
}

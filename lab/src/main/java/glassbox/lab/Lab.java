package glassbox.lab;

import glassbox.lab.bench.BenchCommand;
import glassbox.lab.critics.OrderSensitivityCommand;
import glassbox.lab.detection.DetectionCommand;
import glassbox.lab.ledger.LedgerCommand;
import glassbox.lab.legible.LegibleCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of the command-line tool. */
@Command(
    name = "lab",
    description = "Makes, trains, scores and measures the models of Glassbox.",
    mixinStandardHelpOptions = true,
    subcommands = {
      WorldCommand.class,
      TokenizerCommand.class,
      TrainCommand.class,
      EvaluateCommand.class,
      DetectionCommand.class,
      OrderSensitivityCommand.class,
      ScoreCommand.class,
      GenerateCommand.class,
      ManifestCommand.class,
      ReconcileCommand.class,
      VerifyCommand.class,
      BenchCommand.class,
      LedgerCommand.class,
      LegibleCommand.class
    })
public final class Lab {

  private Lab() {}

  /** Runs one command; the exit code is 0 on success, 1 on failure, 2 on a wrong argument. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Lab()).execute(arguments));
  }
}

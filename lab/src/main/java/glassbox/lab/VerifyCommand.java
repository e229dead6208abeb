package glassbox.lab;

import glassbox.lab.verify.Bars;
import glassbox.lab.verify.JsonReport;
import glassbox.lab.verify.LogRecords;
import glassbox.lab.verify.ModelReplays;
import glassbox.lab.verify.PlainReport;
import glassbox.lab.verify.Trust;
import glassbox.lab.verify.Verification;
import glassbox.lab.verify.Verifier;
import glassbox.ledger.bundle.BundleCodec;
import glassbox.ledger.checkpoint.CheckpointVerifier;
import glassbox.ledger.note.Note;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "verify",
    description =
        "Judges a verification bundle offline. Exit codes: 0 nothing wrong, 1 something is wrong, 2"
            + " it cannot be judged.")
final class VerifyCommand implements Callable<Integer> {

  @Parameters(paramLabel = "BUNDLE", description = "File from /v1/runs/{id}/bundle.")
  private Path bundle = Path.of("");

  @Option(
      names = "--trust",
      required = true,
      description = "File with the log's verifier key(s), from a trusted place.")
  private Path trust = Path.of("");

  @Option(names = "--older", description = "A checkpoint kept earlier.")
  private @Nullable Path older;

  @Option(
      names = "--record",
      description = "A file from /v1/runs/{id}/erasure or /v1/log/retentions/{month}.")
  private List<Path> records = List.of();

  @Option(names = "--cosignatures", defaultValue = "0", description = "Witnesses needed.")
  private int cosignatures;

  @Option(names = "--replay", description = "Compute the numbers again with the models.")
  private boolean replay;

  @Option(names = "--models", defaultValue = "models", description = "Folder of signed models.")
  private Path models = Path.of("");

  @Option(names = "--gate-csa", defaultValue = "0.67", description = "Least CSA that commits.")
  private double gateCsa;

  @Option(names = "--gate-chi", defaultValue = "0.35", description = "Largest chi that commits.")
  private double gateChi;

  @Option(
      names = "--chi-weights",
      split = ",",
      defaultValue = "0.5,0.3,0.2",
      description = "Weights of E, L and C.")
  private List<Double> chiWeights = List.of();

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (ModelReplays replays = new ModelReplays(models)) {
      CheckpointVerifier keys = Trust.read(Files.readString(trust), cosignatures);
      Verifier verifier =
          new Verifier(
              keys,
              older == null ? Optional.empty() : Optional.of(bytes(older, Note.MAX_BYTES)),
              replay ? Optional.of(replays) : Optional.empty(),
              bars(),
              LogRecords.read(keys, recordBytes()));
      Verification verification = verifier.verify(bytes(bundle, BundleCodec.MAX_BYTES));
      out.print(json ? JsonReport.of(verification) + "\n" : PlainReport.of(verification));
      out.flush();
      return verification.exitCode();
    } catch (IOException e) {
      return unjudged("A file cannot be read: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      return unjudged(String.valueOf(e.getMessage()));
    }
  }

  private List<byte[]> recordBytes() throws IOException {
    List<byte[]> files = new ArrayList<>();
    for (Path file : records) {
      files.add(bytes(file, Note.MAX_BYTES));
    }
    return files;
  }

  private static byte[] bytes(Path file, int most) throws IOException {
    if (Files.size(file) > most) {
      throw new IllegalArgumentException(file + " is larger than " + most + " bytes");
    }
    return Files.readAllBytes(file);
  }

  private Bars bars() {
    if (chiWeights.size() != 3) {
      throw new IllegalArgumentException("--chi-weights are three numbers");
    }
    return new Bars(gateCsa, gateChi, chiWeights.get(0), chiWeights.get(1), chiWeights.get(2));
  }

  private int unjudged(String why) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("RESULT: it cannot be judged. " + why);
    err.flush();
    return Verification.UNJUDGED;
  }
}

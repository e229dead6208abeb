package glassbox.lab;

import glassbox.engine.registry.Manifest;
import glassbox.lab.manifest.DemoManifest;
import glassbox.lab.manifest.SigningKey;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "manifest", description = "Lists and signs the demo models.")
final class ManifestCommand implements Callable<Integer> {

  @Option(names = "--models", defaultValue = "models", description = "Folder of the models.")
  private Path models = Path.of("models");

  @ArgGroup(multiplicity = "1")
  private Key key = new Key();

  @Spec private CommandSpec spec = CommandSpec.create();

  private static final class Key {
    @Option(names = "--key", description = "Private key in PEM; its public key lies in KEY.pub.")
    private @Nullable Path existing;

    @Option(names = "--new-key", description = "File that a new private key is written to.")
    private @Nullable Path created;
  }

  @Override
  public Integer call() throws Exception {
    Manifest manifest = DemoManifest.sign(models, keys());
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%d models signed%n", manifest.models().size());
    out.flush();
    return 0;
  }

  private KeyPair keys() throws Exception {
    if (key.created != null) {
      if (key.created.toAbsolutePath().startsWith(models.toAbsolutePath())) {
        throw new ParameterException(
            spec.commandLine(), "a private key must not lie among the models");
      }
      return SigningKey.create(key.created);
    }
    if (key.existing == null) {
      throw new ParameterException(spec.commandLine(), "--key or --new-key is required");
    }
    return SigningKey.read(key.existing);
  }
}

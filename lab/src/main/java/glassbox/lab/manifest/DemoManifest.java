package glassbox.lab.manifest;

import glassbox.engine.registry.FederationEntry;
import glassbox.engine.registry.Manifest;
import glassbox.engine.registry.ManifestKeys;
import glassbox.engine.registry.ManifestSigner;
import glassbox.engine.registry.ManifestSigner.ModelSource;
import glassbox.engine.registry.TemplateEntry;
import glassbox.engine.text.Tokenizer;
import glassbox.lab.tokenizer.DemoTokens;
import glassbox.lab.training.DemoTraining;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The manifest of the demo federation. */
public final class DemoManifest {

  /** Alias of the shipped federation. */
  public static final String ALIAS = "demo";

  /** File of the public key, in the models folder. */
  public static final String TRUSTED_KEYS = "trusted-keys.pem";

  private static final String LICENCE = "Apache-2.0";

  private DemoManifest() {}

  /** Specialists of the demo federation, in order. */
  public static List<String> specialists() {
    var ids = new ArrayList<String>();
    ids.add(DemoTraining.BASE);
    ids.add(DemoTraining.FINANCE);
    ids.addAll(DemoTraining.ADAPTERS.keySet());
    return ids;
  }

  /**
   * Signs the models in {@code directory} and writes the public key beside the manifest.
   *
   * @throws glassbox.engine.registry.RegistryException when a model is incomplete
   */
  public static Manifest sign(Path directory, KeyPair keys) throws IOException {
    var sources = new ArrayList<ModelSource>();
    for (String id : specialists()) {
      Optional<String> base =
          DemoTraining.ADAPTERS.containsKey(id) ? Optional.of(DemoTraining.BASE) : Optional.empty();
      sources.add(new ModelSource(id, id, base, LICENCE));
    }
    Manifest manifest =
        ManifestSigner.sign(directory, sources, List.of(federation(directory)), keys);
    Files.writeString(directory.resolve(TRUSTED_KEYS), ManifestKeys.pem(keys.getPublic()));
    return manifest;
  }

  /** Models with a vocabulary for scaffolds and tool calls were trained to write them. */
  private static boolean scaffold(Path directory) {
    try (Tokenizer tokenizer = Tokenizer.load(directory.resolve(DemoTraining.BASE))) {
      return DemoTokens.ALL.stream().allMatch(token -> tokenizer.idOf(token).isPresent());
    }
  }

  private static FederationEntry federation(Path directory) {
    return new FederationEntry(
        ALIAS,
        specialists(),
        List.of(),
        FederationEntry.CombinerKind.MIXTURE,
        Optional.empty(),
        OptionalDouble.empty(),
        new TemplateEntry(
            DemoTokens.BEGIN,
            DemoTokens.SYSTEM,
            DemoTokens.CONTEXT,
            DemoTokens.USER,
            DemoTokens.ANSWER),
        scaffold(directory));
  }
}

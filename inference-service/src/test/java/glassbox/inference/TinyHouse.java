package glassbox.inference;

import glassbox.engine.reference.TinyModels;
import glassbox.engine.registry.FederationEntry;
import glassbox.engine.registry.ManifestKeys;
import glassbox.engine.registry.ManifestSigner;
import glassbox.engine.registry.ManifestSigner.ModelSource;
import glassbox.engine.registry.TemplateEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A signed models directory: a base, an adapter on it, another model; federation {@code demo}. */
public final class TinyHouse {
  public static final String TOKEN = "a-token-for-tests";

  private TinyHouse() {}

  public static Path write(Path directory) {
    try {
      TinyModels.write(directory.resolve("general"), TinyModels.Kind.LLAMA, 1);
      TinyModels.writeAdapter(
          directory.resolve("user"), TinyModels.Kind.LLAMA, 2, List.of("q_proj", "down_proj"), 2);
      TinyModels.write(directory.resolve("domain"), TinyModels.Kind.QWEN3_MOE, 3);
      KeyPair keys = ManifestKeys.generate();
      Files.writeString(
          directory.resolve("trusted-keys.pem"),
          ManifestKeys.pem(ManifestKeys.generate().getPublic())
              + ManifestKeys.pem(keys.getPublic()));
      ManifestSigner.sign(directory, models(), List.of(demo()), keys);
      return directory;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<ModelSource> models() {
    return List.of(
        new ModelSource("general", "general", Optional.empty(), "Apache-2.0"),
        new ModelSource("domain", "domain", Optional.empty(), "Apache-2.0"),
        new ModelSource("user", "user", Optional.of("general"), "Apache-2.0"));
  }

  private static FederationEntry demo() {
    return new FederationEntry(
        "demo",
        List.of("general", "domain", "user"),
        List.of(2.0, 1.0, 1.0),
        FederationEntry.CombinerKind.MIXTURE,
        Optional.empty(),
        OptionalDouble.empty(),
        new TemplateEntry("<|begin|>", "<|system|>", "<|context|>", "<|user|>", "<|answer|>"));
  }
}

package glassbox.inference;

import glassbox.engine.checkpoint.LegibleConfig;
import glassbox.engine.checkpoint.LegibleConfig.AtomName;
import glassbox.engine.checkpoint.LegibleConfig.Calibration;
import glassbox.engine.checkpoint.LegibleWeights;
import glassbox.engine.reference.TinyBottlenecks;
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
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A signed models directory. Federation {@code demo}: a base, an adapter on it, another model, none
 * with bottlenecks. Federation {@code legible}: a base with bottlenecks, an adapter on them and one
 * with its own.
 */
public final class TinyHouse {
  public static final String TOKEN = "a-token-for-tests";

  private static final Map<Path, PublicKey> KEYS = new ConcurrentHashMap<>();

  private TinyHouse() {}

  /** Whom a directory that was written here is trusted from. */
  public static List<PublicKey> trusted(Path directory) {
    return List.of(Objects.requireNonNull(KEYS.get(directory)));
  }

  public static Path write(Path directory) {
    try {
      TinyModels.write(directory.resolve("general"), TinyModels.Kind.LLAMA, 1);
      TinyModels.writeAdapter(
          directory.resolve("user"), TinyModels.Kind.LLAMA, 2, List.of("q_proj", "down_proj"), 2);
      TinyModels.write(directory.resolve("domain"), TinyModels.Kind.QWEN3_MOE, 3);
      legible(directory);
      KeyPair keys = ManifestKeys.generate();
      Files.writeString(
          directory.resolve("trusted-keys.pem"),
          ManifestKeys.pem(ManifestKeys.generate().getPublic())
              + ManifestKeys.pem(keys.getPublic()));
      KEYS.put(directory, keys.getPublic());
      ManifestSigner.sign(directory, models(), List.of(demo(), legible()), keys);
      return directory;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<ModelSource> models() {
    return List.of(
        new ModelSource("general", "general", Optional.empty(), "Apache-2.0"),
        new ModelSource("domain", "domain", Optional.empty(), "Apache-2.0"),
        new ModelSource("user", "user", Optional.of("general"), "Apache-2.0"),
        new ModelSource("clear", "clear", Optional.empty(), "Apache-2.0"),
        new ModelSource("frozen", "frozen", Optional.of("clear"), "Apache-2.0"),
        new ModelSource("tuned", "tuned", Optional.of("clear"), "Apache-2.0"));
  }

  private static void legible(Path directory) throws IOException {
    List<String> targets = List.of("q_proj", "down_proj");
    TinyModels.write(directory.resolve("clear"), TinyModels.Kind.LLAMA, 4);
    // Codes that say they leave nothing out, so that any answer exceeds their calibration.
    Calibration nothing = new Calibration(0, 0, 0, 10, "held-out");
    TinyBottlenecks.write(
        directory.resolve("clear"), labelled(TinyBottlenecks.random(24, 6, 5), nothing));
    TinyModels.writeAdapter(directory.resolve("frozen"), TinyModels.Kind.LLAMA, 2, targets, 6);
    TinyModels.writeAdapter(directory.resolve("tuned"), TinyModels.Kind.LLAMA, 2, targets, 7);
    Calibration calibration = new Calibration(0.1, 0.2, 0.3, 10, "held-out");
    TinyBottlenecks.write(
        directory.resolve("tuned"), labelled(TinyBottlenecks.random(24, 6, 8), calibration));
  }

  /** The same codes with every other atom labelled. */
  private static LegibleWeights labelled(LegibleWeights weights, Calibration calibration) {
    List<AtomName> names = new ArrayList<>();
    for (int layer = 0; layer < weights.sites().size(); layer++) {
      for (int atom = 0; atom < weights.config().atoms(); atom += 2) {
        names.add(new AtomName(layer, atom, "unit: u" + atom, "unit", 0.5, "world"));
      }
    }
    return new LegibleWeights(
        new LegibleConfig(
            weights.config().atoms(), weights.config().active(), Optional.of(calibration), names),
        weights.sites());
  }

  private static FederationEntry legible() {
    return new FederationEntry(
        "legible",
        List.of("clear", "frozen", "tuned"),
        List.of(),
        FederationEntry.CombinerKind.MIXTURE,
        Optional.empty(),
        OptionalDouble.empty(),
        new TemplateEntry("<|begin|>", "<|system|>", "<|context|>", "<|user|>", "<|answer|>"));
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

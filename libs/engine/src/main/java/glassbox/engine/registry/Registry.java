package glassbox.engine.registry;

import glassbox.engine.checkpoint.AdapterDirectory;
import glassbox.engine.checkpoint.ModelDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The models of a directory, after every byte was compared with the signed manifest. The files are
 * expected to stay as they are while the registry is in use.
 */
public final class Registry {
  private static final long LARGEST_MANIFEST = 8L << 20;

  private final Manifest manifest;
  private final Map<String, RegisteredModel> models;

  private Registry(Manifest manifest, Map<String, RegisteredModel> models) {
    this.manifest = manifest;
    this.models = models;
  }

  /**
   * Verifies manifest.json against manifest.sig, every file against the manifest, and every model
   * against what the manifest says of it.
   *
   * @param trusted Ed25519 keys whose signature is accepted
   * @throws RegistryException for an untrusted or broken signature, and for a changed, missing or
   *     additional file
   * @throws glassbox.engine.checkpoint.CheckpointException for a model that cannot be used
   */
  public static Registry open(Path directory, Collection<PublicKey> trusted) {
    try {
      if (!Files.isDirectory(directory)) {
        throw new RegistryException(directory + ": no such directory");
      }
      Path root = directory.toRealPath();
      byte[] json = read(root, DirectoryCheck.MANIFEST);
      String signature =
          new String(read(root, DirectoryCheck.SIGNATURE), StandardCharsets.ISO_8859_1);
      ManifestSignature.verify(json, signature, trusted);
      Manifest manifest = ManifestCodec.decode(json);
      new DirectoryCheck(root, manifest).run();
      return new Registry(manifest, models(root, manifest));
    } catch (IOException e) {
      throw new RegistryException(directory + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static byte[] read(Path root, String name) throws IOException {
    Path file = root.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new RegistryException(name + ": missing; the models directory has to be signed");
    }
    if (Files.size(file) > LARGEST_MANIFEST) {
      throw new RegistryException(name + ": larger than " + LARGEST_MANIFEST + " bytes");
    }
    return Files.readAllBytes(file);
  }

  private static Map<String, RegisteredModel> models(Path root, Manifest manifest) {
    Map<String, RegisteredModel> models = new LinkedHashMap<>();
    for (ModelEntry entry : manifest.models()) {
      if (entry.kind() == ModelEntry.Kind.FULL) {
        models.put(entry.id(), full(root, entry));
      }
    }
    for (ModelEntry entry : manifest.models()) {
      if (entry.base().isPresent()) {
        RegisteredModel base = models.get(entry.base().get());
        if (base != null) {
          models.put(entry.id(), adapter(root, entry, base));
        }
      }
    }
    return models;
  }

  private static RegisteredModel full(Path root, ModelEntry entry) {
    if (!entry.vocabularyDigest().equals(entry.files().get("tokenizer.json"))) {
      throw new RegistryException(
          "manifest.json: " + entry.id() + ".vocabulary_digest is not that of its tokenizer.json");
    }
    ModelDirectory model = ModelDirectory.open(root.resolve(entry.path()));
    String architecture = model.config().architecture().modelType();
    if (!architecture.equals(entry.architecture())) {
      throw new RegistryException(
          "manifest.json: %s.architecture = %s: its config.json says %s"
              .formatted(entry.id(), entry.architecture(), architecture));
    }
    String digest = Digests.ofModel(entry.files(), Optional.empty());
    return new RegisteredModel(entry, digest, model, Optional.empty());
  }

  private static RegisteredModel adapter(Path root, ModelEntry entry, RegisteredModel base) {
    AdapterDirectory adapter = AdapterDirectory.open(root.resolve(entry.path()));
    String digest = Digests.ofModel(entry.files(), Optional.of(base.digest()));
    return new RegisteredModel(entry, digest, base.model(), Optional.of(adapter));
  }

  /** All models, in the manifest's order. */
  public List<RegisteredModel> models() {
    return manifest.models().stream().map(entry -> model(entry.id())).toList();
  }

  /**
   * One model.
   *
   * @throws UnknownAliasException when there is none of this id
   */
  public RegisteredModel model(String id) {
    RegisteredModel model = models.get(id);
    if (model == null) {
      throw new UnknownAliasException("model", id);
    }
    return model;
  }

  /** All federations, in the manifest's order. */
  public List<FederationEntry> federations() {
    return manifest.federations();
  }

  /**
   * One federation.
   *
   * @throws UnknownAliasException when there is none of this alias
   */
  public FederationEntry federation(String alias) {
    return manifest.federations().stream()
        .filter(federation -> federation.alias().equals(alias))
        .findFirst()
        .orElseThrow(() -> new UnknownAliasException("federation", alias));
  }

  /**
   * The specialists of a federation, in its order.
   *
   * @throws UnknownAliasException when there is none of this alias
   */
  public List<RegisteredModel> specialists(String alias) {
    return federation(alias).specialists().stream().map(this::model).toList();
  }
}

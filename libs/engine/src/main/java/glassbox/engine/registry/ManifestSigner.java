package glassbox.engine.registry;

import glassbox.engine.checkpoint.ModelDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lists the files of models, and writes and signs the manifest over them. */
public final class ManifestSigner {
  private ManifestSigner() {}

  /**
   * A model to be listed; its files, architecture and vocabulary are read from its directory.
   *
   * @param path relative to the models directory
   * @param base the id of the model an adapter sits on; empty for full models
   * @param licence SPDX identifier
   */
  public record ModelSource(String id, String path, Optional<String> base, String licence) {}

  /**
   * Writes manifest.json and manifest.sig into {@code directory}.
   *
   * @param models bases before the adapters that sit on them
   * @throws RegistryException when a model is incomplete or a reference does not resolve
   * @throws IOException when a file cannot be read or written
   */
  public static Manifest sign(
      Path directory, List<ModelSource> models, List<FederationEntry> federations, KeyPair keys)
      throws IOException {
    Map<String, ModelEntry> entries = new HashMap<>();
    List<ModelEntry> ordered = new ArrayList<>();
    for (ModelSource model : models) {
      ModelEntry entry = entry(directory, model, models, entries);
      entries.put(entry.id(), entry);
      ordered.add(entry);
    }
    Manifest manifest = new Manifest(ordered, federations);
    byte[] json = ManifestCodec.encode(manifest);
    Files.write(directory.resolve(DirectoryCheck.MANIFEST), json);
    Files.writeString(
        directory.resolve(DirectoryCheck.SIGNATURE), ManifestSignature.sign(json, keys));
    return manifest;
  }

  private static ModelEntry entry(
      Path directory, ModelSource source, List<ModelSource> all, Map<String, ModelEntry> earlier)
      throws IOException {
    Names.path(source.id() + ".path", source.path());
    Path path = directory.resolve(source.path());
    SortedMap<String, String> files = files(path, nested(source, all));
    if (source.base().isPresent()) {
      ModelEntry base = earlier.get(source.base().get());
      if (base == null) {
        throw new RegistryException(source.id() + ": its base is not listed before it");
      }
      return new ModelEntry(
          source.id(),
          source.path(),
          ModelEntry.Kind.ADAPTER,
          source.base(),
          base.architecture(),
          files,
          base.vocabularyDigest(),
          source.licence());
    }
    String vocabulary = files.get("tokenizer.json");
    if (vocabulary == null) {
      throw new RegistryException(source.id() + ": no tokenizer.json in " + source.path());
    }
    return new ModelEntry(
        source.id(),
        source.path(),
        ModelEntry.Kind.FULL,
        Optional.empty(),
        ModelDirectory.open(path).config().architecture().modelType(),
        files,
        vocabulary,
        source.licence());
  }

  /** Directories of other models inside this one's. */
  private static List<String> nested(ModelSource source, List<ModelSource> all) {
    String prefix = source.path() + "/";
    return all.stream()
        .map(ModelSource::path)
        .filter(path -> path.startsWith(prefix))
        .map(path -> path.substring(prefix.length()) + "/")
        .toList();
  }

  private static SortedMap<String, String> files(Path model, List<String> nested)
      throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    for (Path file : DirectoryCheck.files(model)) {
      String name = model.relativize(file).toString().replace('\\', '/');
      if (nested.stream().noneMatch(name::startsWith)) {
        files.put(name, Digests.sha256(file));
      }
    }
    return files;
  }
}

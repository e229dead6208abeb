package glassbox.engine.registry;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A model as the manifest lists it.
 *
 * @param id unique; what federations and records call it
 * @param path its directory, relative to the models directory
 * @param base the full model an adapter sits on; present exactly for adapters
 * @param architecture config.json's model_type; an adapter's is its base's
 * @param files hex SHA-256 by path within the model's directory
 * @param vocabularyDigest hex SHA-256 of tokenizer.json; an adapter's is its base's
 * @param licence SPDX identifier
 */
public record ModelEntry(
    String id,
    String path,
    Kind kind,
    Optional<String> base,
    String architecture,
    SortedMap<String, String> files,
    String vocabularyDigest,
    String licence) {

  /** A model of its own, or a LoRA adapter on another. */
  public enum Kind {
    FULL,
    ADAPTER
  }

  public ModelEntry {
    Names.id("id", id);
    Names.path(id + ".path", path);
    Names.digest(id + ".vocabulary_digest", vocabularyDigest);
    if (base.isPresent() != (kind == Kind.ADAPTER)) {
      throw new RegistryException("manifest.json: " + id + ".base: adapters have one, others not");
    }
    if (files.isEmpty()) {
      throw new RegistryException("manifest.json: " + id + ".files is empty");
    }
    for (var file : files.entrySet()) {
      Names.path(id + ".files", file.getKey());
      Names.digest(id + ".files." + file.getKey(), file.getValue());
    }
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }
}

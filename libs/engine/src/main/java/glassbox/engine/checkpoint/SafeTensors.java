package glassbox.engine.checkpoint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Tensors of one safetensors file, or of the shards a model.safetensors.index.json lists. */
public final class SafeTensors implements TensorSource {
  static final String SINGLE = "model.safetensors";
  static final String INDEX = "model.safetensors.index.json";

  private final Path path;
  private final List<SafeTensorsFile> files;
  private final Map<String, SafeTensorsFile> fileOf;

  private SafeTensors(Path path, List<SafeTensorsFile> files, Map<String, SafeTensorsFile> fileOf) {
    this.path = path;
    this.files = files;
    this.fileOf = fileOf;
  }

  /**
   * Maps a file, or a directory's model.safetensors or its shards.
   *
   * @throws CheckpointException when a header is malformed or the shards and the index disagree
   */
  public static SafeTensors open(Path fileOrDirectory) {
    if (!Files.isDirectory(fileOrDirectory)) {
      return ofFile(fileOrDirectory);
    }
    Path single = fileOrDirectory.resolve(SINGLE);
    Path index = fileOrDirectory.resolve(INDEX);
    if (!Files.exists(single) && Files.exists(index)) {
      return ofShards(fileOrDirectory, index);
    }
    return ofFile(single);
  }

  private static SafeTensors ofFile(Path path) {
    SafeTensorsFile file = SafeTensorsFile.open(path);
    Map<String, SafeTensorsFile> fileOf = new LinkedHashMap<>();
    file.entries().keySet().forEach(name -> fileOf.put(name, file));
    return new SafeTensors(path, List.of(file), fileOf);
  }

  private static SafeTensors ofShards(Path directory, Path index) {
    Map<String, String> weightMap = weightMap(index);
    List<SafeTensorsFile> files = new ArrayList<>();
    Map<String, SafeTensorsFile> fileOf = new LinkedHashMap<>();
    try {
      for (String shard : new LinkedHashSet<>(weightMap.values())) {
        SafeTensorsFile file = SafeTensorsFile.open(directory.resolve(shard));
        files.add(file);
        for (String name : file.entries().keySet()) {
          if (!shard.equals(weightMap.get(name))) {
            throw CheckpointException.of(
                index, "weight_map." + name + " does not say " + shard + ", where it is");
          }
          fileOf.put(name, file);
        }
      }
      requireAll(index, weightMap, fileOf.keySet());
    } catch (RuntimeException e) {
      files.forEach(SafeTensorsFile::close);
      throw e;
    }
    return new SafeTensors(directory, files, fileOf);
  }

  private static Map<String, String> weightMap(Path index) {
    JsonNode node = Json.readObject(index).path("weight_map");
    if (!node.isObject() || node.isEmpty()) {
      throw CheckpointException.field(index, "weight_map", node, "not a map of shards");
    }
    Map<String, String> weightMap = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      JsonNode shard = property.getValue();
      String name = shard.isString() ? shard.stringValue() : "";
      if (name.isEmpty() || name.startsWith(".") || name.contains("/") || name.contains("\\")) {
        throw CheckpointException.field(
            index, "weight_map." + property.getKey(), shard, "not a plain file name");
      }
      weightMap.put(property.getKey(), name);
    }
    return weightMap;
  }

  private static void requireAll(Path index, Map<String, String> weightMap, Set<String> found) {
    weightMap.forEach(
        (name, shard) -> {
          if (!found.contains(name)) {
            throw CheckpointException.field(
                index, "weight_map." + name, shard, "that shard has no such tensor");
          }
        });
  }

  @Override
  public Set<String> names() {
    return Collections.unmodifiableSet(fileOf.keySet());
  }

  @Override
  public Dtype dtype(String name) {
    SafeTensorsFile file = file(name);
    return file.dtype(entry(file, name));
  }

  @Override
  public long[] shape(String name) {
    return entry(file(name), name).shape().stream().mapToLong(Long::longValue).toArray();
  }

  @Override
  public float[] read(String name) {
    SafeTensorsFile file = file(name);
    return file.read(entry(file, name));
  }

  private SafeTensorsFile file(String name) {
    SafeTensorsFile file = fileOf.get(name);
    if (file == null) {
      throw CheckpointException.of(path, "no tensor " + name);
    }
    return file;
  }

  private static TensorEntry entry(SafeTensorsFile file, String name) {
    TensorEntry entry = file.entries().get(name);
    if (entry == null) {
      throw CheckpointException.of(file.file(), "no tensor " + name);
    }
    return entry;
  }

  @Override
  public void close() {
    files.forEach(SafeTensorsFile::close);
  }
}
